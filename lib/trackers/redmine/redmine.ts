import type { Tracker } from '@/lib/trackers/tracker';
import { withKey } from '@/lib/trackers/with-key';
import { addComment, attach, findComment } from './add-to-issue';
import { check } from './check';
import { holdsIssue, type RedmineConfig, RedmineConfigSchema } from './config';
import { createIssue, formatText } from './create-issue';
import { findIssue } from './find-issue';
import { getIssue, listChanges } from './follow-issue';

/**
 * Redmine 5.0, REST API (redmine.org/projects/redmine/wiki/Rest_api), key in `X-Redmine-API-Key`.
 * Verified against a real Redmine 5.0.4: create, find, attach (and 5 MB limit), comment, changes, check with bad key,
 * address, project and tracker; thousands of hostile bodies rendered with Textile, Markdown (Redcarpet) and CommonMark.
 * From its source only: the API switched off (403). Answers in `fixtures/` are recorded.
 */
export const redmine: Tracker<RedmineConfig> = {
  id: 'redmine',
  name: 'Redmine',
  // config/settings.yml: `attachment_max_size` of 5120 kB. No answer of the API tells what an administrator made of it.
  maxFileBytes: 5120 * 1024,
  configSchema: RedmineConfigSchema,
  // A match pattern has no place for a port in Firefox; without one it covers them all.
  hosts: ({ url }) => [`${new URL(url).protocol}//${new URL(url).hostname}/*`],
  place: ({ url = '', project = '' }) => `${URL.canParse(url) ? new URL(url).host : url}, project ${project}`,
  holdsIssue,
  formatBody: (issue, key, config) => formatText(withKey(issue.body, key), config),
  createIssue,
  findIssue,
  getIssue,
  listChanges,
  addComment,
  findComment,
  attach,
  check,
};
