import type { OpenApi } from '../contract.ts';

/** The published document's names for what customers send. It leaves out the answers inside of `interactive`, and what `unsupported` has. */
const INCOMING: Readonly<Record<string, string>> = {
  text: 'TextMessage_2',
  image: 'ImageMessage_1',
  audio: 'AudioMessage_1',
  video: 'VideoMessage_1',
  document: 'DocumentMessage_1',
  sticker: 'StickerMessage_1',
  location: 'LocationMessage_1',
  reaction: 'ReactionMessage_1',
  contacts: 'ContactSharingMessage',
  button: 'ButtonMessage',
  order: 'OrderMessage',
};

type Value = { messages?: { type: string; from: string; id: string; timestamp: string }[]; statuses?: object[] };

/**
 * What is wrong with a webhook of ours. The document builds customers' messages on the fields of ours (`to` instead of `from`), which no
 * real one has: those fields are put in for the check, and the right ones are held to their own schema.
 */
export function webhookFaults(contract: OpenApi, webhook: { entry: { changes: { value: Value }[] }[] }): string[] {
  const values = webhook.entry.flatMap(({ changes }) => changes.map(({ value }) => value));
  return values.flatMap(({ messages = [], statuses = [] }) => [
    ...messages.flatMap(({ from, id, timestamp, ...content }) => [
      ...contract.value('BaseMessageProperties_1', { from, id, timestamp }),
      ...(INCOMING[content.type]
        ? contract.value(INCOMING[content.type]!, { messaging_product: 'whatsapp', recipient_type: 'individual', to: from, ...content })
        : []),
    ]),
    ...statuses.flatMap((status) => contract.value('Statuses', status)),
  ]);
}
