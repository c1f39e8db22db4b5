// Pure: a message of ours as LINE's message objects (https://developers.line.biz/en/reference/messaging-api/#message-objects).
import type { messagingApi } from '@line/bot-sdk';
import { wordsFor } from '../../../platform/words.ts';
import { ChannelError } from '../../port/channel-error.ts';
import type { Outbound, OutboundFile } from '../../port/port.types.ts';
import { splitText } from '../../port/split-text.rules.ts';
import { articleCard, articleCards, choiceList, isHttps, postback, ratingCard } from './flex.rules.ts';

/** UTF-16 units, as LINE counts. */
export const TEXT_LIMIT = 5000;
const MOST_QUICK_REPLIES = 13;
const QUICK_REPLY_LABEL = 20;
const MEGABYTE = 1024 * 1024;
/** An image's preview may have one megabyte, and we make no smaller ones: a larger image goes out as a link. */
const IMAGE_LIMIT = MEGABYTE;

const VIDEO_LIMIT = 200 * MEGABYTE;
/** LINE shows a picture until a film is played and takes none without one: a play sign of ours, since we cut no pictures out of films. */
const VIDEO_PREVIEW = '/desk/video-preview.png';

/** @throws ChannelError `unsupported` for files, when LINE has no public address to fetch them from */
export function objectsOf(message: Outbound): messagingApi.Message[] {
  const { conversation, quote } = message;
  const { locale } = conversation;
  const isArticle = ({ choice }: Outbound['choices'][number]) => choice.kind === 'article';
  const articles = message.choices.filter(isArticle);
  const ratings = message.choices.filter(({ choice }) => choice.kind === 'rate');
  const others = message.choices.filter((one) => !isArticle(one) && !ratings.includes(one));
  const asButtons = others.length <= MOST_QUICK_REPLIES && others.every(({ label }) => label.length <= QUICK_REPLY_LABEL);
  const objects: messagingApi.Message[] = [
    ...(ratings.length > 0 ? [] : splitText(message.text, TEXT_LIMIT)).map((text): messagingApi.TextMessage => ({ type: 'text', text })),
    ...(quote ? [articleCard(quote, locale)] : []),
    ...message.files.map((file) => fileObject(file, locale)),
    ...(ratings.length > 0 ? [ratingCard(message.text, ratings)] : []),
    ...(articles.length > 0 ? [articleCards(articles, locale)] : []),
    ...(others.length > 0 && !asButtons ? [choiceList(others)] : []),
  ];
  const last = objects.at(-1);
  if (!last || others.length === 0 || !asButtons) return objects;
  return [...objects.slice(0, -1), { ...last, quickReply: { items: others.map(quickReply) } }];
}

const quickReply = (choice: Outbound['choices'][number]): messagingApi.QuickReplyItem => ({
  type: 'action',
  action: postback(choice, QUICK_REPLY_LABEL),
});

function fileObject(file: OutboundFile, locale: 'ja' | 'en'): messagingApi.Message {
  if (!isHttps(file.url)) throw new ChannelError('unsupported', { detail: `${file.name}: no public https address to fetch it from` });
  const isShown = /^image\/(jpeg|png)$/.test(file.type) && file.sizeInBytes <= IMAGE_LIMIT;
  if (isShown) return { type: 'image', originalContentUrl: file.url, previewImageUrl: file.url };
  const isPlayed = file.type === 'video/mp4' && file.sizeInBytes <= VIDEO_LIMIT;
  if (isPlayed) return { type: 'video', originalContentUrl: file.url, previewImageUrl: new URL(VIDEO_PREVIEW, file.url).href };
  return { type: 'text', text: wordsFor(locale)('channel.file_link', { name: file.name, url: file.url }) };
}
