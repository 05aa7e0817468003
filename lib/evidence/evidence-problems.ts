import { formatBytes } from '@/lib/std/bytes';

/** What the tracker takes as one file. */
export interface FileLimit {
  readonly bytes: number;
  readonly trackerName: string;
}

interface SizedFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
}

/** A file the tracker will probably refuse, with the sentence that says so. */
export interface EvidenceProblem {
  readonly fileId: string;
  readonly sentence: string;
}

/** Files above the tracker's limit, to be said before handing off. Without a limit there is nothing to say. */
export function evidenceProblems(files: readonly SizedFile[], limit: FileLimit | null): EvidenceProblem[] {
  if (!limit) return [];
  return files
    .filter(({ size }) => size > limit.bytes)
    .map(({ id, name, size }) => ({
      fileId: id,
      sentence: `${name} has ${formatBytes(size)}, more than the ${formatBytes(limit.bytes)} ${limit.trackerName} takes unless its administrator allows more.`,
    }));
}

/** `3 will be attached · largest 4.1 MB of 5.2 MB`: how near the files are to the limit. */
export function toSizeLine(files: readonly SizedFile[], limit: FileLimit | null): string {
  if (files.length === 0) return '';
  const count = `${files.length} will be attached`;
  const largest = formatBytes(Math.max(...files.map(({ size }) => size)));
  return limit
    ? `${count} · largest ${largest} of ${formatBytes(limit.bytes)}`
    : `${count} · largest ${largest}`;
}
