import { Video, X } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Button, IconButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { addRecording } from '@/lib/evidence/recordings';

interface RecordingsProps {
  readonly recordings: readonly string[];
  readonly onChange: (recordings: readonly string[]) => void;
}

/** Addresses of recordings. What was pasted is added when the field is left, so that none is forgotten in it. */
export function Recordings({ recordings, onChange }: RecordingsProps) {
  const form = useRef<HTMLFormElement>(null);
  const typed = useRef('');
  const [turn, setTurn] = useState(0);
  const [problem, setProblem] = useState('');
  const add = () => {
    const added = addRecording(recordings, typed.current);
    setProblem(added.ok ? '' : added.error);
    if (!added.ok) return;
    typed.current = '';
    setTurn(turn + 1);
    onChange(added.value);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add();
  };
  return (
    <form ref={form} noValidate onSubmit={submit} className="mt-3">
      {recordings.length > 0 ? (
        <Card className="mb-2">
          {recordings.map((address) => (
            <div key={address} className="flex items-center gap-2 py-1 ps-3 pe-1.5">
              <Video size={14} className="shrink-0 text-ink-3" aria-hidden="true" />
              <a
                href={address}
                target="_blank"
                rel="noreferrer"
                dir="ltr"
                title={address}
                className="line-clamp-2 wrap-anywhere min-w-0 flex-1 rounded-sm py-1 text-accent underline-offset-2 hover:underline"
              >
                {address}
              </a>
              <IconButton
                label={`Remove the recording ${address}`}
                onClick={() => onChange(recordings.filter((it) => it !== address))}
              >
                <X size={14} />
              </IconButton>
            </div>
          ))}
        </Card>
      ) : null}
      <div className="flex items-end gap-2">
        <div className="min-w-0 flex-1">
          <Field
            key={turn}
            label="Link to a recording"
            value=""
            placeholder="https://"
            mono
            error={problem || undefined}
            onChange={(text) => {
              typed.current = text;
              if (problem) setProblem('');
            }}
            onLeave={(next) => {
              const within = next instanceof Node && form.current?.contains(next);
              if (!within && typed.current.trim() !== '') add();
            }}
          />
        </div>
        <Button type="submit" className={`h-[31px]! ${problem ? 'self-center' : ''}`}>
          Add<span className="sr-only"> the recording</span>
        </Button>
      </div>
    </form>
  );
}
