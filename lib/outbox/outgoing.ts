import type { Paragraph } from 'mdast';
import type { Escalation } from '@/lib/escalation/escalation';
import { toCompletionText } from '@/lib/escalation/issue/completion-text';
import { toOutgoingCopy } from '@/lib/escalation/issue/outgoing-copy';
import { toIssue } from '@/lib/escalation/issue/to-issue';
import { priorityOf } from '@/lib/escalation/priority';
import { effectiveSeverity } from '@/lib/escalation/severity';
import { toFinder } from '@/lib/masking/find-secrets';
import { countMasks, type Mask, spellings } from '@/lib/masking/mask';
import { Masker } from '@/lib/masking/masker';
import type { Playbook, Severity } from '@/lib/playbook/playbook';
import type { NewIssue } from '@/lib/trackers/new-issue';
import { noteText } from './note-text';

export interface OutgoingInput {
  readonly escalation: Escalation;
  readonly playbook: Playbook;
  /** After massness raised it, or did not. */
  readonly severity: Severity;
  readonly takenUpBy: string | null;
  /** As they are stored. */
  readonly fileNames: readonly string[];
  /** False where the agent wants no note or the desk takes none. */
  readonly withNote: boolean;
}

/** Everything that leaves, masked, and what was masked. */
export interface Outgoing {
  readonly issue: NewIssue;
  readonly note: string | null;
  readonly fileNames: readonly string[];
  readonly masks: readonly Mask[];
}

type Texts = Omit<Outgoing, 'masks'>;

function toTexts(input: OutgoingInput, masker: Masker): Texts {
  const { playbook, severity, takenUpBy, withNote } = input;
  const escalation = toOutgoingCopy(input.escalation, masker);
  const fileNames = input.fileNames.map((name) => masker.maskFileName(name));
  const priority = priorityOf(severity, escalation.massness, playbook);
  return {
    issue: toIssue({ escalation, playbook, severity, priority, takenUpBy, fileNames }),
    note: withNote ? noteText(escalation, severity, takenUpBy) : null,
    fileNames,
  };
}

const count = (text: string, part: string) => text.split(part).length - 1;

/** As JSON the texts stand in the order they are read in; labels hold nothing JSON writes otherwise. */
const inReadingOrder = ({ issue, note, fileNames }: Texts): string =>
  JSON.stringify([issue.title, issue.body, issue.facts, note, fileNames]);

/** What of the draft's secrets stands in the texts, in reading order, with how often. */
function findUsed(all: string, masker: Masker): Omit<Mask, 'masked'>[] {
  return masker.seen
    .map((mask) => {
      const places = spellings(mask.label).map((label) => ({
        at: all.indexOf(label),
        times: count(all, label),
      }));
      const times = places.reduce((sum, place) => sum + place.times, 0);
      return { mask, times, at: Math.min(...places.filter(({ at }) => at >= 0).map(({ at }) => at)) };
    })
    .filter(({ times }) => times > 0)
    .toSorted((a, b) => a.at - b.at)
    .map(({ mask, times }) => ({ ...mask, count: times }));
}

/** Engineers see that something is missing on purpose, and what sort of thing; empty when nothing is. */
function toCountLine(masks: readonly Mask[]): string {
  const words = countMasks(masks);
  return words && `Masked by Baton: ${words}.`;
}

function withCount(issue: NewIssue, masks: readonly Mask[]): NewIssue {
  const value = toCountLine(masks);
  if (!value) return issue;
  const line: Paragraph = { type: 'paragraph', children: [{ type: 'text', value }] };
  return { ...issue, body: { ...issue.body, children: [...issue.body.children, line] } };
}

/**
 * The one way from a draft to what leaves: preview, handoff and Copy out all take it from here. Composed more than once:
 * first to know every secret of the draft, then with all of them masked, which tells what leaves at all and in which
 * order, so that labels are numbered as they are read; last with what the agent took back.
 */
export function composeOutgoing(input: OutgoingInput): Outgoing {
  const { masks: rules } = input.playbook;
  const find = toFinder(rules);
  const avoid = JSON.stringify([input.escalation, input.fileNames, input.playbook]);
  const reader = new Masker(rules, { find });
  toTexts(input, reader);
  const known = reader.seen;
  const draft = new Masker(rules, { find, avoid, known });
  const used = findUsed(inReadingOrder(toTexts(input, draft)), draft);
  const unmasked = input.escalation.unmasked ?? [];
  const masker = new Masker(rules, { find, avoid, known, first: used, unmasked });
  const texts = toTexts(input, masker);
  const masks = toMasks(used, masker);
  return { ...texts, issue: withCount(texts.issue, masks), masks };
}

function toMasks(used: readonly Omit<Mask, 'masked'>[], masker: Masker): Mask[] {
  const seen = new Map(masker.seen.map((mask) => [mask.id, mask]));
  return used.flatMap(({ id, count }) => {
    const mask = seen.get(id);
    return mask ? [{ ...mask, count }] : [];
  });
}

/**
 * The comment that completes a critical report, masked as its issue is: the same value has the same label in both, and
 * further ones go on counting.
 */
export function composeCompletion(
  escalation: Escalation,
  playbook: Playbook,
): { text: string; masks: readonly Mask[] } {
  const { masks: rules } = playbook;
  const find = toFinder(rules);
  const avoid = JSON.stringify([escalation, playbook]);
  const severity = effectiveSeverity(escalation, playbook)?.level ?? 4;
  const { takenUpBy } = escalation;
  const told = composeOutgoing({ escalation, playbook, severity, takenUpBy, fileNames: [], withNote: true });
  const write = (masker: Masker) => toCompletionText(toOutgoingCopy(escalation, masker), playbook);
  const reader = new Masker(rules, { find });
  write(reader);
  const known = reader.seen;
  const draft = new Masker(rules, { find, avoid, known, first: told.masks });
  const used = findUsed(JSON.stringify(write(draft)), draft);
  const unmasked = escalation.unmasked ?? [];
  const masker = new Masker(rules, { find, avoid, known, first: [...told.masks, ...used], unmasked });
  const text = write(masker);
  const masks = toMasks(used, masker);
  return { text: [text, toCountLine(masks)].filter(Boolean).join('\n\n'), masks };
}
