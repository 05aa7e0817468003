import { useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { useSetting } from '@/components/ui/use-setting';
import { saveTextFile } from '@/lib/browser/save-file';
import { parsePlaybook, toPlaybook } from '@/lib/playbook/parse-playbook';
import { storedPlaybook } from '@/lib/settings/settings';
import { Section } from './section';

/** The team's policy: what is in force, out as a file and in from one. A file with a mistake changes nothing. */
export function PlaybookSection() {
  const stored = useSetting(storedPlaybook);
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState<{ tone: 'error' | 'accent'; text: string } | null>(null);
  if (stored === undefined) return null;
  const playbook = toPlaybook(stored);
  const take = async (file: File) => {
    const parsed = parsePlaybook(await file.text());
    if (!parsed.ok) {
      setSaid({
        tone: 'error',
        text: `${file.name} was not taken over. ${parsed.error} What was in force stays.`,
      });
      return;
    }
    await storedPlaybook.setValue(JSON.stringify(parsed.value));
    setSaid({ tone: 'accent', text: `${file.name} is in force now, in every open panel.` });
  };
  const contacts = playbook.contacts.length;
  return (
    <Section
      title="Playbook"
      purpose="Your team’s policy in one file: checklist, severity levels, dates, parts of the system, emergency contacts."
    >
      <p className="mb-3">
        {stored === null ? 'The default playbook is in force' : 'Your team’s playbook is in force'}:{' '}
        {playbook.checklist.length} checks, {playbook.parts.length} parts,{' '}
        {contacts === 0
          ? 'no emergency contacts yet'
          : `${contacts} emergency contact${contacts === 1 ? '' : 's'}`}
        .
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          onClick={() =>
            saveTextFile('baton-playbook.json', JSON.stringify(playbook, null, 2), 'application/json')
          }
        >
          Export to edit
        </Button>
        <Button onClick={() => input.current?.click()}>Import…</Button>
        {stored === null ? null : (
          <Button
            variant="quiet"
            onClick={() => {
              setSaid(null);
              void storedPlaybook.setValue(null);
            }}
          >
            Back to the default
          </Button>
        )}
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
      </div>
      {said ? (
        <div className="mt-3">
          <Banner tone={said.tone} role={said.tone === 'error' ? 'alert' : 'status'}>
            {said.text}
          </Banner>
        </div>
      ) : null}
    </Section>
  );
}
