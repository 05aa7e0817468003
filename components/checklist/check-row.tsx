import { useEffect, useRef, useState } from 'react';
import { TextButton } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import type { Check } from '@/lib/escalation/escalation';
import type { Playbook } from '@/lib/playbook/playbook';

type Item = Playbook['checklist'][number];

interface CheckRowProps {
  readonly item: Item;
  readonly check: Check | undefined;
  readonly onChange: (check: Check) => void;
}

const OPEN: Check = { status: 'open', note: '', at: null };

const PLACEHOLDER: Record<Item['kind'], string> = {
  words: 'e.g. Export stops at 42 % for large reports since Monday; small ones work',
  search: 'What you searched for, what came up, why it does not fit',
  confirm: 'What you saw',
};

/** One item: done with evidence, or waived with a reason. Both travel to the engineer. */
export function CheckRow({ item, check = OPEN, onChange }: CheckRowProps) {
  const [open, setOpen] = useState(false);
  const noteRef = useRef<HTMLDivElement>(null);
  const justOpened = useRef(false);
  const settled = check.status !== 'open';
  const editing = open || item.kind === 'words';

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
    if (status !== 'open') edit();
  };
  const setNote = (note: string) => {
    // The agent's own sentence is its own tick: written means done.
    const status = item.kind === 'words' ? (note.trim() ? 'done' : 'open') : check.status;
    onChange({ status, note, at: status === 'open' ? null : (check.at ?? Date.now()) });
  };

  return (
    <div className="px-3 py-2.5">
      <div className="flex items-start gap-2">
        <Checkbox
          checked={check.status === 'done'}
          waived={check.status === 'waived'}
          disabled={item.kind === 'words'}
          onChange={(checked) => setStatus(checked ? 'done' : 'open')}
        >
          <span className="block font-medium">{item.title}</span>
          {settled && !editing && check.note ? null : (
            <span className="block text-meta text-ink-3">
              {check.status === 'waived' ? 'Waived: say why' : item.hint}
            </span>
          )}
        </Checkbox>
        {settled || item.required ? null : (
          <TextButton className="text-meta" onClick={() => setStatus('waived')}>
            Waive<span className="sr-only">: {item.title}</span>
          </TextButton>
        )}
        {settled && !editing ? (
          <TextButton className="text-meta" onClick={edit}>
            Edit<span className="sr-only">: {item.title}</span>
          </TextButton>
        ) : null}
      </div>
      {editing ? (
        <div ref={noteRef} className="mt-1.5 ps-7">
          <Field
            label={
              check.status === 'waived'
                ? 'Reason'
                : item.kind === 'words'
                  ? 'The problem in one sentence'
                  : 'Evidence'
            }
            value={check.note}
            onChange={setNote}
            multiline
            placeholder={check.status === 'waived' ? 'Why this is not needed here' : PLACEHOLDER[item.kind]}
          />
        </div>
      ) : check.note ? (
        <p dir="auto" className="mt-0.5 ps-7 text-meta whitespace-pre-line text-ink-3">
          {check.status === 'waived' ? `Waived: ${check.note}` : check.note}
        </p>
      ) : null}
    </div>
  );
}
