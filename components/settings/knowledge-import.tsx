import { FileUp } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Banner } from '@/components/ui/banner';
import { Button } from '@/components/ui/button';
import { send } from '@/lib/messages/send';
import { importFile } from './import-file';

type Progress = { readonly done: number; readonly total: number; readonly name: string };

/** Files that hold knowledge, dropped or picked. They are read here, in the page, and go nowhere else. */
export function KnowledgeImport() {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [progress, setProgress] = useState<Progress | null>(null);
  const [problem, setProblem] = useState('');

  const take = async (files: readonly File[]) => {
    setProblem('');
    for (const [done, file] of files.entries()) {
      setProgress({ done, total: files.length, name: file.name });
      try {
        await importFile(file);
      } catch {
        setProblem(`${file.name} could not be stored. What was taken in before it is kept. Try it again.`);
        break;
      }
    }
    setProgress(null);
    if (files.length > 0) await send('recordsImported', undefined);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void take([...event.dataTransfer.files]);
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is the short cut for the button inside */}
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={`flex flex-wrap items-center gap-x-3 gap-y-2 rounded-lg border border-dashed px-3.5 py-3 ${over ? 'border-accent bg-accent-soft' : 'border-line-2'}`}
      >
        <FileUp size={18} className="shrink-0 text-ink-3" aria-hidden="true" />
        <p className="min-w-0 flex-1 basis-52 text-ink-2">
          {progress
            ? `Reading ${progress.name} (${progress.done + 1} of ${progress.total})`
            : 'Or drop files here: JSON, JSON lines, CSV, or Markdown with front matter.'}
        </p>
        <Button size="sm" disabled={progress !== null} onClick={() => input.current?.click()}>
          Choose files…
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          aria-label="Files with knowledge"
          accept=".json,.jsonl,.ndjson,.csv,.tsv,.md,.markdown,.gz"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            // So that the same file can be picked again.
            event.target.value = '';
            void take(files);
          }}
        />
      </div>
      {problem ? (
        <Banner tone="error" role="alert">
          {problem}
        </Banner>
      ) : null}
    </>
  );
}
