import * as v from 'valibot';

/** What is only shown may be missing or of any type: `toLine` and its sisters take it as it comes. */
const loose = v.nullish(v.unknown());
const id = v.number();

const Person = v.object({ id: loose, name: loose, email: loose, additional_attributes: loose });
const maybePerson = v.nullish(Person);

/** `views/api/v1/conversations/partials/_conversation.json.jbuilder`; `id` is the number within the account. */
export const ConversationAnswer = v.object({
  id,
  status: v.string(),
  meta: v.object({ sender: maybePerson, assignee: maybePerson, team: maybePerson, channel: loose }),
  priority: loose,
  labels: loose,
  additional_attributes: loose,
  custom_attributes: loose,
  created_at: loose,
  last_activity_at: loose,
  last_non_activity_message: loose,
});

const AttachmentItem = v.object({
  id,
  file_type: loose,
  extension: loose,
  data_url: loose,
  file_size: loose,
  fallback_title: loose,
});

/** `views/api/v1/models/_message.json.jbuilder`. Without `private` nothing may be shown: it could be a note. */
export const MessageItem = v.object({
  id,
  conversation_id: id,
  message_type: v.number(),
  private: v.boolean(),
  content: loose,
  content_attributes: loose,
  created_at: loose,
  sender: v.nullish(v.object({ name: loose, type: loose })),
  attachments: v.nullish(v.array(v.nullish(AttachmentItem))),
});

export const MessagesAnswer = v.object({ payload: v.array(MessageItem) });

export const DefinitionsAnswer = v.array(
  v.object({ attribute_key: v.string(), attribute_display_name: loose, attribute_model: loose }),
);

export const FoundConversations = v.object({
  data: v.object({ payload: v.array(ConversationAnswer) }),
});

export const FoundArticles = v.object({
  payload: v.object({
    articles: v.array(
      v.object({
        id,
        title: v.string(),
        slug: v.string(),
        portal_slug: v.string(),
        status: loose,
        content: loose,
        updated_at: loose,
      }),
    ),
  }),
});

export type ChatwootConversation = v.InferOutput<typeof ConversationAnswer>;
export type ChatwootMessage = v.InferOutput<typeof MessageItem>;
export type ChatwootPerson = v.InferOutput<typeof Person>;
