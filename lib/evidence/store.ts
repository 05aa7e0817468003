import { database } from '@/lib/db/database';
import type { EvidenceFile } from './evidence-file';

export async function saveFile(file: Omit<EvidenceFile, 'id' | 'addedAt' | 'size'>): Promise<EvidenceFile> {
  const saved = { ...file, id: crypto.randomUUID(), size: file.bytes.size, addedAt: Date.now() };
  await database().files.add(saved);
  return saved;
}

export function listFiles(escalationId: string): Promise<EvidenceFile[]> {
  return database().files.where('escalationId').equals(escalationId).sortBy('addedAt');
}

export function loadFile(id: string): Promise<EvidenceFile | undefined> {
  return database().files.get(id);
}

/** Other bytes in the place of a file: what it held before is gone. */
export async function replaceFile(id: string, name: string, bytes: Blob): Promise<void> {
  await database().files.update(id, { name, bytes, type: bytes.type, size: bytes.size });
}

/** Nobody will send them any more. */
export async function deleteFiles(escalationId: string): Promise<void> {
  await database().files.where('escalationId').equals(escalationId).delete();
}

export function deleteFile(id: string): Promise<void> {
  return database().files.delete(id);
}
