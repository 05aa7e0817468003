import { fileReply, htmlReply, type SiteReply } from './site-server';
import { toStamp } from './tracker-api';
import {
  categories,
  customFields,
  type DemoIssue,
  type DemoJournal,
  priorities,
  project,
  statuses,
  trackerUsers,
} from './tracker-records';
import type { TrackerStore } from './tracker-store';

/** Pages for a human who wants to see what arrived. Everything foreign goes through `escapeHtml`. */
const contentSecurityPolicy =
  "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; base-uri 'none'";

export function answerTrackerPage(path: string, store: TrackerStore): SiteReply {
  if (path === '/') return { status: 302, headers: { Location: '/projects/app/issues' } };
  if (path === '/projects/app/issues' || path === '/projects/app' || path === '/issues') {
    return page(`Issues - ${project.name}`, listHtml(store.issues));
  }
  const issue = store.issue(Number(/^\/issues\/(\d+)$/.exec(path)?.[1]));
  if (issue)
    return page(`${issue.tracker.name} #${issue.id}: ${issue.subject} - ${project.name}`, issueHtml(issue));
  const file = store.file(Number(/^\/attachments\/download\/(\d+)(\/|$)/.exec(path)?.[1]));
  if (file) return fileReply({ name: file.filename, type: file.contentType, bytes: file.bytes });
  return page('404', '<p class="quiet">The page you were trying to open does not exist.</p>', 404);
}

function escapeHtml(text: string): string {
  const names: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? '');
}

function page(title: string, content: string, status = 200): SiteReply {
  const html = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Redmine"><link rel="icon" href="data:,">
<title>${escapeHtml(title)}</title><style>${style}</style></head>
<body class="controller-issues"><header id="top"><a href="/projects/app/issues"><b>${project.name}</b></a><span>Issues</span></header>
<main id="content">${content}</main></body></html>`;
  return htmlReply(status, html, { 'Content-Security-Policy': contentSecurityPolicy });
}

function listHtml(issues: readonly DemoIssue[]): string {
  if (issues.length === 0) return '<h1>Issues</h1><p class="quiet nodata">No issue has been filed yet.</p>';
  const rows = [...issues].reverse().map(
    (issue) => `<tr id="issue-${issue.id}"><td>#${issue.id}</td><td>${escapeHtml(issue.tracker.name)}</td>
<td><span class="badge status-${issue.status.id}">${issue.status.name}</span></td><td class="priority-${issue.priority.id}">${issue.priority.name}</td>
<td class="subject"><a href="/issues/${issue.id}"><bdi>${escapeHtml(issue.subject)}</bdi></a></td>
<td>${escapeHtml(issue.assignee?.name ?? '')}</td><td>${issue.dueDate ?? ''}</td><td>${timeHtml(issue.updatedAt)}</td></tr>`,
  );
  return `<h1>Issues</h1><table class="issues"><thead><tr><th>#</th><th>Tracker</th><th>Status</th><th>Priority</th>
<th>Subject</th><th>Assignee</th><th>Due date</th><th>Updated</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
}

function issueHtml(issue: DemoIssue): string {
  const fields: [name: string, value: string][] = [
    ['Status', issue.status.name],
    ['Start date', issue.startDate],
    ['Priority', issue.priority.name],
    ['Due date', issue.dueDate ?? '-'],
    ['Assignee', issue.assignee?.name ?? '-'],
    ['Category', issue.category?.name ?? '-'],
    ...customFields.map(({ id, name }): [string, string] => [name, issue.customFields.get(id) || '-']),
  ];
  const files = issue.attachments.map(
    ({ id, filename, bytes }) =>
      `<li><a href="/attachments/download/${id}/${encodeURIComponent(filename)}"><bdi>${escapeHtml(filename)}</bdi></a> <span class="quiet">${(bytes.length / 1024).toFixed(1)} KB</span></li>`,
  );
  return `<h1>${escapeHtml(issue.tracker.name)} #${issue.id}</h1>
<article class="issue"><h2 class="subject" dir="auto">${escapeHtml(issue.subject)}</h2>
<p class="quiet author">Added by ${escapeHtml(issue.author.name)}, ${timeHtml(issue.createdAt)}. Updated ${timeHtml(issue.updatedAt)}.</p>
<dl class="attributes">${fields.map(([name, value]) => `<div><dt>${name}</dt><dd><bdi>${escapeHtml(value)}</bdi></dd></div>`).join('')}</dl>
<h3>Description</h3><div class="description wiki" dir="auto">${escapeHtml(issue.description)}</div>
${files.length > 0 ? `<h3>Files</h3><ul class="attachments">${files.join('')}</ul>` : ''}</article>
${issue.journals.length > 0 ? `<section id="history"><h3>History</h3>${issue.journals.map(journalHtml).join('')}</section>` : ''}`;
}

function journalHtml(journal: DemoJournal): string {
  const changes = journal.details.map(
    ({ name, oldValue, newValue }) =>
      `<li>${escapeHtml(fieldLabel(name))} ${oldValue ? `changed from <i>${escapeHtml(valueLabel(name, oldValue))}</i> to` : 'set to'} <i>${escapeHtml(valueLabel(name, newValue ?? '-'))}</i></li>`,
  );
  return `<div class="journal${journal.isPrivate ? ' private-notes' : ''}" id="change-${journal.id}"><p class="quiet"><b>${escapeHtml(journal.author.name)}</b>, ${timeHtml(journal.createdAt)}${journal.isPrivate ? ' · private' : ''}</p>
${changes.length > 0 ? `<ul class="details">${changes.join('')}</ul>` : ''}<div class="wiki" dir="auto">${escapeHtml(journal.notes)}</div></div>`;
}

function fieldLabel(name: string): string {
  if (name.startsWith('cf:')) return customFields.find(({ id }) => `cf:${id}` === name)?.name ?? name;
  const words = name.replace(/_id$/, '').replaceAll('_', ' ');
  return words === 'assigned to' ? 'Assignee' : words.charAt(0).toUpperCase() + words.slice(1);
}

function valueLabel(name: string, value: string): string {
  const lists: Record<string, readonly { id: number; name: string }[]> = {
    status_id: statuses,
    priority_id: priorities,
    category_id: categories,
    assigned_to_id: trackerUsers,
  };
  return lists[name]?.find(({ id }) => String(id) === value)?.name ?? value;
}

function timeHtml(date: Date): string {
  const stamp = toStamp(date);
  return `<time datetime="${stamp}">${stamp.replace('T', ' ').replace(/:\d\dZ$/, '')}</time>`;
}

const style = `*{box-sizing:border-box}body{margin:0;background:#f5f6f8;color:#22303c;font:14px/1.55 system-ui,"Segoe UI","Noto Sans","DejaVu Sans",sans-serif}
#top{display:flex;gap:18px;align-items:center;height:48px;padding:0 26px;background:#3e2f52;color:#d5cce2}#top a{color:#fff;text-decoration:none;font-size:16px}
#content{max-width:980px;margin:22px auto;padding:0 20px}h1{margin:0 0 12px;font-size:20px}h3{margin:20px 0 6px;font-size:14px}
.quiet{margin:0;color:#697685;font-size:12.5px}a{color:#5b3f8c}.issue,.journal,table{border:1px solid #e1e5ea;border-radius:9px;background:#fff}
.issue{padding:16px 20px 18px}.issue h2{margin:0;font-size:17px;overflow-wrap:anywhere}
.attributes{display:grid;grid-template-columns:1fr 1fr;gap:4px 28px;margin:14px 0 0;padding:10px 14px;border-radius:7px;background:#f7f5fa}
.attributes div{display:flex}.attributes dt{flex:0 0 112px;color:#697685}.attributes dd{min-width:0;margin:0;overflow-wrap:anywhere}
.wiki{overflow-wrap:anywhere;white-space:pre-wrap}.journal{margin-bottom:9px;padding:9px 16px 11px}.private-notes{border-inline-start:4px solid #c94f4f}
ul{margin:0;padding-inline-start:20px}table{width:100%;border-collapse:separate;border-spacing:0;overflow:hidden}
th,td{padding:7px 10px;border-bottom:1px solid #edf0f3;text-align:start;white-space:nowrap}th{color:#697685;font-size:12px;font-weight:500}
td.subject{max-width:380px;overflow:hidden;text-overflow:ellipsis}tr:last-child td{border:0}.badge{padding:1px 8px;border-radius:9px;background:#e8e4f0}
.status-2{background:#fdf0d2}.status-3,.status-5{background:#dbf1e2}.status-4{background:#fbe1df}.priority-4,.priority-5{color:#b3261e;font-weight:600}`;
