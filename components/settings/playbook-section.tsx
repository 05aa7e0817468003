import { CircleAlert } from 'lucide-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { UndoLine } from '@/components/ui/undo-line';
import { useSetting } from '@/components/ui/use-setting';
import { saveTextFile } from '@/lib/browser/save-file';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { parsePlaybook } from '@/lib/playbook/parse-playbook';
import type { Playbook } from '@/lib/playbook/playbook';
import { playbookAddress, playbookDraft, storedPlaybook } from '@/lib/settings/settings';
import { SECOND_MS } from '@/lib/std/time';
import { PlaybookAddressForm, PlaybookOrigin } from './playbook-address';
import { PlaybookFile, type Said } from './playbook-file';
import { Section } from './section';

const PlaybookEditor = lazy(() =>
  import('./playbook-editor').then((module) => ({ default: module.PlaybookEditor })),
);

const UNDO_MS = 10 * SECOND_MS;

/** What was there before everything went back to the default. */
interface Before {
  readonly stored: string | null;
  readonly draft: string | null;
  readonly until: number;
}

const plural = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;

function inside({ checklist, questionSets, parts, contacts }: Playbook): string {
  return [
    plural(checklist.length, 'check'),
    plural(questionSets.length, 'question set'),
    plural(parts.length, 'part'),
    contacts.length === 0 ? 'no emergency contacts yet' : plural(contacts.length, 'emergency contact'),
  ].join(', ');
}

/** The team's policy: what is in force, where it comes from, and the ways to change it. */
export function PlaybookSection() {
  const stored = useSetting(storedPlaybook);
  const draft = useSetting(playbookDraft);
  const address = useSetting(playbookAddress);
  const [open, setOpen] = useState<'editor' | 'address' | null>(null);
  const [said, setSaid] = useState<Said | null>(null);
  const [before, setBefore] = useState<Before | null>(null);
  const parsed = useMemo(() => (stored ? parsePlaybook(stored, defaultPlaybook) : null), [stored]);
  if (stored === undefined || draft === undefined || address === undefined) return null;

  const playbook = parsed?.ok ? parsed.value : defaultPlaybook;
  const say = (next: Said | null) => {
    setSaid(next);
    setBefore(null);
  };
  const reset = async () => {
    setSaid(null);
    setOpen(null);
    setBefore({ stored, draft, until: Date.now() + UNDO_MS });
    await storedPlaybook.setValue(null);
    await playbookDraft.setValue(null);
  };
  const undoReset = async () => {
    await storedPlaybook.setValue(before?.stored ?? null);
    await playbookDraft.setValue(before?.draft ?? null);
    setBefore(null);
    return null;
  };
  const origin =
    address !== null
      ? 'Your team’s playbook from a web address is in force'
      : parsed?.ok
        ? 'Your team’s playbook is in force'
        : 'The default playbook is in force';
  return (
    <Section
      title="Playbook"
      purpose="Your team’s policy in one document: what is checked and asked first, severity, dates, templates, parts of the system, messages, emergency contacts."
    >
      <p className="mb-3">
        {origin}: {inside(playbook)}.
      </p>
      {parsed && !parsed.ok ? (
        <div className="mb-3">
          <Banner tone="error" role="alert" icon={<CircleAlert size={15} />}>
            Your team’s playbook is kept, but this version of Baton cannot use it. {parsed.error}
          </Banner>
        </div>
      ) : null}
      {address !== null ? (
        <div className="mb-3">
          <PlaybookOrigin address={address} />
        </div>
      ) : draft !== null && open !== 'editor' ? (
        <div className="mb-3">
          <Banner tone="warn" icon={<CircleAlert size={15} />}>
            A playbook you began to edit is not valid yet. It is kept, and not in force.
          </Banner>
        </div>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {address === null && open !== 'editor' ? (
          <Button
            onClick={() => {
              say(null);
              setOpen('editor');
            }}
          >
            {draft === null ? 'Edit' : 'Go on editing'}
          </Button>
        ) : null}
        <Button
          onClick={() =>
            saveTextFile('baton-playbook.json', JSON.stringify(playbook, null, 2), 'application/json')
          }
        >
          Export playbook
        </Button>
        {address === null && open === null ? (
          <>
            <PlaybookFile onSaid={say} />
            <Button
              onClick={() => {
                say(null);
                setOpen('address');
              }}
            >
              Load from a web address…
            </Button>
          </>
        ) : null}
        {address === null && open === null && (stored !== null || draft !== null) ? (
          <Button variant="quiet" onClick={() => void reset()}>
            Back to the default
          </Button>
        ) : null}
      </div>
      {said ? (
        <div className="mt-3">
          <Banner tone={said.tone} role={said.tone === 'error' ? 'alert' : 'status'}>
            {said.text}
          </Banner>
        </div>
      ) : null}
      {before ? (
        <div className="mt-3">
          <UndoLine until={before.until} leaves={false} onUndo={undoReset} onOver={() => setBefore(null)}>
            The default playbook is in force.
          </UndoLine>
        </div>
      ) : null}
      {open === 'address' && address === null ? (
        <PlaybookAddressForm onDone={() => setOpen(null)} onCancel={() => setOpen(null)} />
      ) : null}
      {open === 'editor' && address === null ? (
        <Suspense fallback={<p className="mt-4 text-ink-3">Loading the editor…</p>}>
          <PlaybookEditor draft={draft} stored={stored} onClose={() => setOpen(null)} />
        </Suspense>
      ) : null}
    </Section>
  );
}
