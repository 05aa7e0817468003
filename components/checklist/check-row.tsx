import { useEffect, useRef, useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { useSingleKey } from '@/components/ui/use-single-key';
import type { Check } from '@/lib/escalation/escalation';
import type { Playbook } from '@/lib/playbook/playbook';

type Item = Playbook['checklist'][number];

interface CheckRowProps {
  /** Single key that ticks the item, and once ticked opens its evidence; empty = none. */
  readonly shortcut?: string;
  readonly item: Item;
  readonly check: Check | undefined;
  /** What feature cards ask for, by feature. */
  readonly asked?: readonly { readonly title: string; readonly collect: string }[];
  readonly onChange: (check: Check) => void;
}

const OPEN: Check = { status: 'open', note: '', at: null };

const PLACEHOLDER: Record<Item['kind'], string> = {
  words: 'What stops working, for whom, since when',
  search: 'What you searched for, what came up, why it does not fit',
  confirm: 'What you saw',
};

/** One item: done with evidence, or waived with a reason. Both travel to the engineer. */
export function CheckRow({ item, check = OPEN, asked = [], shortcut = '', onChange }: CheckRowProps) {
  const [open, setOpen] = useState(false);
  const noteRef = useRef<HTMLDivElement>(null);
  const justOpened = useRef(false);
  const pressed = useRef(false);
  const settled = check.status !== 'open';
  const waived = check.status === 'waived';
  const noted = check.note.trim() !== '';
  const editing = open || item.kind === 'words';
  const hint = waived
    ? check.note.trim()
      ? ''
      : 'Waived: say why'
    : settled || editing || noted || asked.length > 0
      ? ''
      : item.hint;

  useEffect(() => {
    if (!open) return;
    const follow = (event: PointerEvent) => {
      pressed.current = event.type === 'pointerdown';
    };
    const kinds = ['pointerdown', 'pointerup', 'pointercancel'] as const;
    for (const kind of kinds) addEventListener(kind, follow, true);
    return () => {
      for (const kind of kinds) removeEventListener(kind, follow, true);
    };
  }, [open]);

  useEffect(() => {
    if (!open || !justOpened.current) return;
    justOpened.current = false;
    noteRef.current?.querySelector<HTMLElement>('textarea')?.focus();
  }, [open]);

  const edit = () => {
    justOpened.current = true;
    setOpen(true);
  };
  const setStatus = (status: Check['status']) => {
    onChange({ ...check, status, at: status === 'open' ? null : Date.now() });
    if (status === 'open') setOpen(false);
    else edit();
  };
  useSingleKey(shortcut, () => {
    if (editing) noteRef.current?.querySelector<HTMLElement>('textarea')?.focus();
    // Ticked by key the focus stays: the next item is one key away.
    else if (!settled) onChange({ ...check, status: 'done', at: Date.now() });
    else edit();
  });
  const setNote = (note: string) => {
    // The agent's own sentence is its own tick: written means done.
    const status = item.kind === 'words' ? (note.trim() ? 'done' : 'open') : check.status;
    onChange({ status, note, at: status === 'open' ? null : (check.at ?? Date.now()) });
  };

  /** Left with words in it, the field becomes quiet text again. */
  const leave = (next: EventTarget | null) => {
    // Another window came to the front: the agent may come back in the middle of the sentence.
    if (check.note.trim() === '' || (next === null && !pressed.current)) return;
    // While the button is down nothing may move, or the click would miss what it was aimed at.
    if (!pressed.current) setOpen(false);
    else addEventListener('pointerup', () => setTimeout(() => setOpen(false)), { once: true });
  };

  return (
    <div className="px-3 py-2" data-field={item.id}>
      <div className="flex items-start gap-2">
        <Checkbox
          checked={check.status === 'done'}
          waived={waived}
          shortcut={shortcut}
          disabled={item.kind === 'words'}
          onChange={(checked) => setStatus(checked ? 'done' : 'open')}
        >
          <span className="block font-medium">{item.title}</span>
          {hint ? <span className="block text-meta text-ink-3">{hint}</span> : null}
        </Checkbox>
        {settled || item.required ? null : (
          <TextButton quiet className="-my-0.5 text-meta" onClick={() => setStatus('waived')}>
            Waive<span className="sr-only">: {item.title}</span>
          </TextButton>
        )}
        {(settled || noted) && !editing ? (
          <TextButton quiet className="-my-0.5 text-meta" onClick={edit}>
            Edit<span className="sr-only">: {item.title}</span>
          </TextButton>
        ) : null}
      </div>
      {asked.map(({ title, collect }) => (
        <p key={title} className="-mt-0.5 mb-1 ps-7 text-meta whitespace-pre-line text-ink-2">
          <bdi className="font-semibold">{title}</bdi>: <bdi>{collect}</bdi>
        </p>
      ))}
      {editing ? (
        <div ref={noteRef} className="mt-1 mb-0.5 ps-7">
          <Field
            label={waived ? 'Reason' : item.kind === 'words' ? 'The problem in one sentence' : 'Evidence'}
            labelHidden
            value={check.note}
            onChange={setNote}
            onLeave={leave}
            multiline
            placeholder={waived ? 'Why this is not needed here' : PLACEHOLDER[item.kind]}
          />
        </div>
      ) : check.note.trim() ? (
        <p className="-mt-0.5 line-clamp-4 ps-7 text-meta whitespace-pre-line text-ink-3">
          {waived ? 'Waived: ' : null}
          <bdi>{check.note}</bdi>
        </p>
      ) : null}
    </div>
  );
}
