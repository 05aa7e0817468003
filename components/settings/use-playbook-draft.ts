import { useMemo, useRef, useState } from 'react';
import { valueAt, withValueAt } from '@/lib/playbook/at-path';
import { checkPlaybook } from '@/lib/playbook/check-playbook';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { readPlaybookJson } from '@/lib/playbook/parse-playbook';
import type { PlaybookProblem } from '@/lib/playbook/problem';
import { playbookDraft, storedPlaybook } from '@/lib/settings/settings';
import { SECOND_MS } from '@/lib/std/time';

type Path = PlaybookProblem['path'];

const UNDO_MS = 10 * SECOND_MS;
const DEFAULT_TEXT = JSON.stringify(defaultPlaybook);

/** The document to begin with: what was being edited, else what is stored, else what ships. */
function startFrom(texts: readonly (string | null)[]): unknown {
  for (const text of texts) {
    const json = text === null ? null : readPlaybookJson(text, defaultPlaybook);
    if (json?.ok) return json.value;
  }
  return defaultPlaybook;
}

/** In force when it is valid; else kept as a draft, and what was in force stays. */
async function keep(json: unknown): Promise<void> {
  const checked = checkPlaybook(json);
  if (!checked.ok) return playbookDraft.setValue(JSON.stringify(json));
  const text = JSON.stringify(checked.value);
  // Whoever edits back to the default gets what ships later on, too.
  await storedPlaybook.setValue(text === DEFAULT_TEXT ? null : text);
  await playbookDraft.setValue(null);
}

/** One write after the other; of what is typed while one is on its way only the latest is written. */
function useKeep(): (json: unknown) => void {
  const waiting = useRef<{ json: unknown } | null>(null);
  const busy = useRef(false);
  return (json) => {
    waiting.current = { json };
    if (busy.current) return;
    busy.current = true;
    const write = async () => {
      while (waiting.current) {
        const next = waiting.current;
        waiting.current = null;
        await keep(next.json);
      }
    };
    void write().finally(() => {
      busy.current = false;
    });
  };
}

export interface PlaybookDraft {
  /** The document as it was typed, valid or not. */
  readonly json: unknown;
  readonly problems: readonly PlaybookProblem[];
  /** Changes when fields must start over with other values. */
  readonly revision: number;
  /** What was taken away last, while it can be brought back. */
  readonly undoable: { readonly words: string; readonly until: number } | null;
  /** `undefined` takes the field away. */
  change(path: Path, value: unknown): void;
  /** A change that can be undone; `words` say what happened. */
  changeUndoably(path: Path, value: unknown, words: string): void;
  /** Puts what ships in place of some sections. */
  reset(fields: readonly string[], words: string): void;
  undo(): void;
  forgetUndo(): void;
}

/** The playbook under edit. Every change is checked and kept at once. */
export function usePlaybookDraft(draft: string | null, stored: string | null): PlaybookDraft {
  const [json, setJson] = useState(() => startFrom([draft, stored]));
  const [revision, setRevision] = useState(0);
  const [before, setBefore] = useState<{ json: unknown; words: string; until: number } | null>(null);
  const keepLatest = useKeep();
  const problems = useMemo(() => {
    const checked = checkPlaybook(json);
    return checked.ok ? [] : checked.error;
  }, [json]);

  // Two changes of one event must both count, so the latest is read, not the one last drawn.
  const latest = useRef(json);
  const set = (next: unknown) => {
    latest.current = next;
    setJson(next);
    keepLatest(next);
  };
  const change = (path: Path, value: unknown) => set(withValueAt(latest.current, path, value));
  const remember = (words: string) => setBefore({ json: latest.current, words, until: Date.now() + UNDO_MS });
  return {
    json,
    problems,
    revision,
    undoable: before,
    change,
    changeUndoably: (path, value, words) => {
      remember(words);
      change(path, value);
    },
    reset: (fields, words) => {
      remember(words);
      for (const field of fields) change([field], valueAt(defaultPlaybook, [field]));
      setRevision((it) => it + 1);
    },
    undo: () => {
      if (!before) return;
      set(before.json);
      setBefore(null);
      setRevision((it) => it + 1);
    },
    forgetUndo: () => setBefore(null),
  };
}
