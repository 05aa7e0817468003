import * as v from 'valibot';

/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = v.nullish(v.unknown());
const id = v.number();
const maybeId = v.nullish(id);
const many = <S extends v.GenericSchema>(item: S) => v.nullish(v.array(item), []);

const User = v.object({ id, name: loose, email: loose, role: loose });
const Named = v.object({ id, name: loose });

export const TicketRecord = v.object({
  id,
  subject: loose,
  status: loose,
  custom_status_id: loose,
  priority: loose,
  type: loose,
  tags: many(loose),
  requester_id: maybeId,
  assignee_id: maybeId,
  group_id: maybeId,
  organization_id: maybeId,
  problem_id: maybeId,
  has_incidents: loose,
  followup_ids: many(id),
  custom_fields: many(v.object({ id, value: loose })),
  created_at: loose,
  updated_at: loose,
});

const sideLoads = { users: many(User), organizations: many(Named) };

export const TicketAnswer = v.object({ ticket: TicketRecord, ...sideLoads, groups: many(Named) });
/** A ticket's incidents; `results` are those of a search. */
export const TicketsAnswer = v.object({ tickets: many(TicketRecord), ...sideLoads });
export const FoundAnswer = v.object({ results: v.array(TicketRecord), ...sideLoads });

const File = v.object({
  id,
  file_name: loose,
  content_url: loose,
  content_type: loose,
  size: loose,
  deleted: loose,
});

export const CommentItem = v.object({
  id,
  author_id: maybeId,
  body: loose,
  html_body: loose,
  public: loose,
  created_at: loose,
  attachments: many(File),
});

export const CommentsAnswer = v.object({
  comments: v.array(CommentItem),
  users: many(User),
  meta: v.nullish(v.object({ has_more: loose, after_cursor: loose })),
});

export const FieldsAnswer = v.object({
  ticket_fields: v.array(
    v.object({
      id,
      title: loose,
      custom_field_options: many(v.object({ name: loose, value: loose })),
      custom_statuses: many(v.object({ id, agent_label: loose })),
    }),
  ),
});

export const MeAnswer = v.object({ user: v.object({ id: loose, authenticity_token: loose }) });
export const WrittenAnswer = v.object({
  audit: v.nullish(
    v.object({ events: many(v.object({ type: loose, body: loose, html_body: loose, public: loose })) }),
  ),
});

export const ArticlesAnswer = v.object({
  results: v.array(
    v.object({ id, title: loose, html_url: loose, snippet: loose, updated_at: loose, draft: loose }),
  ),
});

export type ZendeskTicket = v.InferOutput<typeof TicketRecord>;
export type ZendeskComment = v.InferOutput<typeof CommentItem>;
export type ZendeskUser = v.InferOutput<typeof User>;
export type ZendeskField = v.InferOutput<typeof FieldsAnswer>['ticket_fields'][number];
