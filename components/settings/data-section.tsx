import { useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { saveTextFile } from '@/lib/browser/save-file';
import { exportData } from '@/lib/db/store';
import { send } from '@/lib/messages/send';
import { sourceConnections } from '@/lib/settings/settings';
import { nameSource } from './name-source';
import { Section } from './section';

async function downloadExport(): Promise<void> {
  const sources = (await sourceConnections.getValue()).map(nameSource);
  saveTextFile('baton-export.json', JSON.stringify(await exportData(sources), null, 2), 'application/json');
}

/** What is kept in this browser, out in one file or gone for good. */
export function DataSection() {
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const clear = async () => {
    await send('clearData', undefined);
    setAsking(false);
    setSaid(
      'Everything Baton kept in this browser is gone. Issues and notes already written stay where they are.',
    );
  };
  return (
    <Section
      title="Your data"
      purpose="Drafts, sent escalations and connections lie in this browser only. Baton has no server and sends nothing but what you hand off."
    >
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => void downloadExport()}>Export as JSON</Button>
        <Button variant="danger" onClick={() => setAsking(true)}>
          Clear everything…
        </Button>
      </div>
      <p className="mt-2 text-meta text-ink-3">
        The export holds what you wrote and what became of it, and the names of your knowledge sources; no
        keys.
      </p>
      {said ? (
        <div className="mt-3">
          <Banner role="status">{said}</Banner>
        </div>
      ) : null}
      {asking ? (
        <Dialog title="Clear everything?" onClose={() => setAsking(false)}>
          <p className="mb-3">
            Drafts, the list of pending escalations, tracker connections, knowledge and keys are deleted from
            this browser. What waits to be sent will not be sent. This cannot be undone.
          </p>
          <Button variant="danger" onClick={() => void clear()}>
            Clear everything
          </Button>
        </Dialog>
      ) : null}
    </Section>
  );
}
