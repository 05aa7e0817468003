import { toFileName } from '@/lib/std/file-name';
import { toInertPhrasing } from '@/lib/std/inert-text';
import { err, ok } from '@/lib/std/result';
import { cleanText } from '@/lib/std/text';
import type { IssueFile, IssueRef } from '@/lib/trackers/new-issue';
import type { Delivered } from '@/lib/trackers/tracker';
import { type Context, call, fetchIssue } from './api';
import { formatText } from './create-issue';
import { UploadSchema } from './schemas';

const issuePath = (ref: IssueRef) => `issues/${encodeURIComponent(ref.id)}.json`;

/** A note everybody on the issue can read. 204 without a body is success. */
export function addComment(ref: IssueRef, text: string, ctx: Context): Delivered<void> {
  const blocks = cleanText(text)
    .split(/\n\s*\n/)
    .filter((block) => block.trim());
  const notes = formatText(
    {
      type: 'root',
      children: blocks.map((block) => ({ type: 'paragraph', children: toInertPhrasing(block.trim()) })),
    },
    ctx.config,
  );
  return call(ctx, issuePath(ref), 'nothing', { method: 'PUT', json: { issue: { notes } } });
}

/** Among the notes the key's account may see; its own public ones are always among them. */
export async function findComment(ref: IssueRef, key: string, ctx: Context): Delivered<boolean> {
  const issue = await fetchIssue(ctx, ref.id, 'journals');
  if (!issue.ok) return issue;
  // Redmine leaves `journals` out of answers to requests it did not understand; an issue without notes has an empty list.
  if (!issue.value.journals) {
    return err({ kind: 'unexpected-answer', message: 'Redmine did not tell the notes of the issue.' });
  }
  return ok(issue.value.journals.some(({ notes }) => notes?.includes(key)));
}

/**
 * Two steps, upload and adoption. The key stands in the attachment's description, so that a repeated delivery sees the
 * file; an upload nobody adopted is removed by Redmine itself (`rake redmine:attachments:prune`).
 */
export async function attach(ref: IssueRef, file: IssueFile, key: string, ctx: Context): Delivered<void> {
  const issue = await fetchIssue(ctx, ref.id, 'attachments');
  if (!issue.ok) return issue;
  const description = `baton:${key}`;
  if (issue.value.attachments.some((attachment) => attachment.description === description))
    return ok(undefined);

  const filename = toFileName(file.name);
  const uploaded = await call(ctx, 'uploads.json', UploadSchema, {
    method: 'POST',
    query: { filename },
    body: file.bytes,
  });
  if (!uploaded.ok) {
    const { kind } = uploaded.error;
    // Redmine says "This file cannot be uploaded because it exceeds the maximum allowed file size (5242880)".
    if (kind !== 'invalid') return uploaded;
    return err({ ...uploaded.error, message: `${filename} was not taken. ${uploaded.error.message}` });
  }
  const uploads = [{ token: uploaded.value.upload.token, filename, content_type: file.type, description }];
  return call(ctx, issuePath(ref), 'nothing', { method: 'PUT', json: { issue: { uploads } } });
}
