import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readKnowledgeFile } from '@/lib/knowledge/files/read-knowledge-file';
import type { KnowledgeRecord } from '@/lib/knowledge/knowledge-record';
import type { BrokenRecord } from '@/lib/knowledge/knowledge-source';
import { PackError } from './pack-error';
import type { Gathered } from './read-source';

/** The records of all files; of records with one id the last one counts. */
export async function readFiles(files: readonly string[]): Promise<Gathered> {
  const records = new Map<string, KnowledgeRecord>();
  const broken: BrokenRecord[] = [];
  for (const file of files) {
    const bytes = await readFile(file).catch(() => {
      throw new PackError(`The file ${file} cannot be read.`);
    });
    for await (const batch of readKnowledgeFile({ name: path.basename(file), blob: new Blob([bytes]) })) {
      for (const record of batch.put) records.set(record.id, record);
      broken.push(...batch.broken);
    }
  }
  return { records, broken };
}
