import * as v from 'valibot';

/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = v.nullish(v.unknown());
const id = v.number();
const maybeId = v.nullish(id);
const many = <S extends v.GenericSchema>(item: S) => v.nullish(v.array(item), []);

export const Person = v.object({ id: maybeId, name: loose, email: loose });
const File = v.object({ id, name: loose, content_type: loose, size: loose, attachment_url: loose });

export const TicketRecord = v.object({
  id,
  subject: loose,
  description: loose,
  description_text: loose,
  status: id,
  priority: loose,
  type: loose,
  source: loose,
  tags: many(loose),
  requester_id: maybeId,
  requester: v.nullish(Person),
  responder_id: maybeId,
  group_id: maybeId,
  company_id: maybeId,
  company: v.nullish(Person),
  custom_fields: loose,
  attachments: many(File),
  association_type: loose,
  associated_tickets_list: many(id),
  created_at: loose,
  updated_at: loose,
  /** Freshservice's. */
  department_id: loose,
  impact: loose,
});

const ConversationItem = v.object({
  id,
  body: loose,
  body_text: loose,
  private: loose,
  incoming: loose,
  deleted: loose,
  user_id: maybeId,
  from_email: loose,
  created_at: loose,
  attachments: many(File),
});

export const ConversationsAnswer = v.array(ConversationItem);
export const FieldsAnswer = v.array(v.object({ name: loose, label: loose, choices: loose }));
export const PeopleAnswer = v.object({
  agents: many(v.object({ id, contact: v.nullish(Person) })),
  groups: many(Person),
});
export const FoundAnswer = v.array(TicketRecord);
export const ArticlesAnswer = v.array(
  v.object({ id, title: loose, description_text: loose, status: loose, updated_at: loose }),
);
export const MeAnswer = v.object({ meta: v.nullish(v.object({ csrf_token: loose })) });

export type FreshdeskTicket = v.InferOutput<typeof TicketRecord>;
export type FreshdeskConversation = v.InferOutput<typeof ConversationItem>;
export type FreshdeskField = v.InferOutput<typeof FieldsAnswer>[number];
export type FreshdeskPeople = v.InferOutput<typeof PeopleAnswer>;
