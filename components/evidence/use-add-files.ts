import { useCallback, useEffect, useRef, useState } from 'react';
import { isTyping } from '@/components/ui/is-typing';
import { refusalOf } from '@/lib/evidence/admit-file';
import { listFiles, saveFile } from '@/lib/evidence/store';
import { toFileName } from '@/lib/std/file-name';
import { toMomentName } from './moment-name';

/** Browsers call every pasted picture the same. */
const NAMELESS = /^image\.(png|jpe?g|gif|webp)$/;

/** Adds files to the escalation one after the other and says of each that is not taken why. */
export function useAddFiles(escalationId: string, limitBytes: number | null) {
  const [said, setSaid] = useState('');
  const [problems, setProblems] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const add = useCallback(
    async (files: readonly File[]) => {
      setProblems([]);
      setSaid('');
      setBusy(true);
      const added: string[] = [];
      for (const file of files) {
        const nameless = NAMELESS.exec(file.name);
        const name = nameless
          ? toMomentName('pasted', nameless[1] ?? 'png', new Date())
          : toFileName(file.name);
        const kept = await listFiles(escalationId);
        const refusal = await refusalOf(name, file, kept, limitBytes).catch(
          () => `${name} could not be read. A folder cannot be added; a file may have been moved.`,
        );
        if (refusal) {
          setProblems((before) => [...before, refusal]);
          continue;
        }
        await saveFile({ escalationId, attachmentId: '', name, type: file.type, bytes: file });
        added.push(name);
      }
      setBusy(false);
      if (added.length > 0) setSaid(`Added: ${added.join(', ')}`);
    },
    [escalationId, limitBytes],
  );
  return { add, said, problems, setProblems, busy };
}

/**
 * Files pasted into the panel while no text is being typed, and files dropped anywhere on it: the browser would open
 * them in its place. True while files are dragged over the panel.
 */
export function useDroppedFiles(add: (files: readonly File[]) => Promise<void>): boolean {
  const [dragged, setDragged] = useState(false);
  const latest = useRef(add);
  latest.current = add;
  useEffect(() => {
    const take = (files: FileList | undefined) => {
      const list = [...(files ?? [])];
      if (list.length > 0) void latest.current(list);
      return list.length > 0;
    };
    const paste = (event: ClipboardEvent) => {
      if (document.querySelector('dialog[open]')) return;
      const hasText = event.clipboardData?.types.includes('text/plain') ?? false;
      if (isTyping(event.target) && hasText) return;
      if (take(event.clipboardData?.files)) event.preventDefault();
    };
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      event.dataTransfer.dropEffect = 'copy';
      setDragged(true);
    };
    const leave = (event: DragEvent) => {
      // Out of the panel, not from one part of it to the next.
      if (event.relatedTarget === null) setDragged(false);
    };
    const drop = (event: DragEvent) => {
      setDragged(false);
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      take(event.dataTransfer.files);
    };
    addEventListener('paste', paste);
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('paste', paste);
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, []);
  return dragged;
}
