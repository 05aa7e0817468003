import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { defaultPlaybook } from '@/lib/playbook/default-playbook';
import { MAX_PLAYBOOK_BYTES, parsePlaybook, TOO_LARGE } from '@/lib/playbook/parse-playbook';
import { playbookDraft, storedPlaybook } from '@/lib/settings/settings';

/** What came of the last press. */
export interface Said {
  readonly tone: 'error' | 'accent';
  readonly text: string;
}

/** Takes a playbook in from a file. One with a mistake changes nothing. */
export function PlaybookFile({ onSaid }: { onSaid: (said: Said) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const take = async (file: File) => {
    const refuse = (reason: string) =>
      onSaid({ tone: 'error', text: `${file.name} was not taken over. ${reason} What was in force stays.` });
    // Before it is read: a wrong file may have any size.
    if (file.size > MAX_PLAYBOOK_BYTES) return refuse(TOO_LARGE);
    const parsed = parsePlaybook(await file.text(), defaultPlaybook);
    if (!parsed.ok) return refuse(parsed.error);
    await storedPlaybook.setValue(JSON.stringify(parsed.value));
    await playbookDraft.setValue(null);
    onSaid({ tone: 'accent', text: `${file.name} is in force now, in every open panel.` });
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>Import…</Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="Playbook file"
        accept=".json"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          // So that the same file can be picked again after it was mended.
          event.target.value = '';
          if (file) void take(file);
        }}
      />
    </>
  );
}
