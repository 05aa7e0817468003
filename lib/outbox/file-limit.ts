import type { FileLimit } from '@/lib/evidence/evidence-problems';
import { trackerConnections } from '@/lib/settings/settings';
import { trackerById } from '@/lib/trackers';

/** What the tracker new issues go to takes as one file; null with Copy out, or when it is not known. */
export async function fileLimit(): Promise<FileLimit | null> {
  const [first] = await trackerConnections.getValue();
  const tracker = first && trackerById(first.trackerId);
  if (!tracker || tracker.maxFileBytes === null) return null;
  return { bytes: tracker.maxFileBytes, trackerName: tracker.name };
}
