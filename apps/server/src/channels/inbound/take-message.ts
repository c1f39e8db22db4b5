import { receiveUnless } from '../../conversations/commands/receive.ts';
import { receivePast } from '../../conversations/commands/receive-past.ts';
import type { InboundMessage } from '../../conversations/conversations.types.ts';
import { type Ctx, makeCtx } from '../../platform/ctx.ts';
import { problemOf } from '../../platform/http/problems.ts';
import { wordsFor } from '../../platform/words.ts';
import { isBlocked, judgeInbound } from '../../spam/judge.queries.ts';
import { isJudged, mailIn } from '../../spam/suspect.rules.ts';
import { takeComment } from '../../surveys/answer/comment.commands.ts';
import { isSurveyButton, takeSurveyButton } from '../../surveys/answer/take-choice.commands.ts';
import { undoLink } from '../links/undo-link.ts';
import { isUndoWord } from '../links/undo-word.rules.ts';
import { decodePressed, typedNumber } from '../port/choices.rules.ts';
import type { MessageEvent } from '../port/port.types.ts';
import type { ApplyDeps } from './apply-event.ts';
import { awaitFiles, awaitMissingFiles, takeFiles } from './files.ts';
import { type FoundLine, lineOf, noteLine } from './lines.ts';
import { messageOfCustomer, pressedChoice, typedChoice } from './our-messages.queries.ts';
import { repliedTo } from './replied-to.ts';

/** A customer's message with its files, on the conversation it belongs to. A repetition fetches nothing and writes nothing. */
export async function takeMessage(deps: ApplyDeps, ctx: Ctx, event: MessageEvent): Promise<void> {
  const { channel, call, platform } = deps;
  const known = await ctx.transaction((tx) => messageOfCustomer(tx, call.inbox, event.externalId));
  if (known) return awaitMissingFiles(ctx, call.inbox.id, known, event.files ?? []);
  const place = channel.place ? await placeOf(deps, ctx, event) : null;
  const line = await lineOf(deps, ctx, event.line, place?.threadExternalId);
  if (isUndoWord(event.text) && (await undoLink(ctx, { threadId: line.threadId, saidBy: event.externalId }))) return;
  const customer = makeCtx(
    platform,
    { workspaceId: call.inbox.workspaceId, inboxes: 'all', customerId: line.customerId },
    { kind: 'customer', id: line.customerId, name: line.customerName },
  );
  const locale = event.line.locale ?? (line.customerLocale === 'en' ? 'en' : 'ja');
  const { attachmentIds, awaited } = await takeFiles(deps, customer, event.files ?? []);
  const hasContent = event.text.trim() !== '' || attachmentIds.length > 0 || (event.blocks ?? []).some(({ type }) => type !== 'mail');
  const joinedBy = place?.joinedBy ?? event.joinedBy;
  // First, so that whoever answers at once finds what an answer needs, and that a death in between leaves nothing out.
  await ctx.transaction((tx) =>
    noteLine(ctx, tx, line.threadId, { at: event.at ?? ctx.clock.now(), ...(event.line.state ? { state: event.line.state } : {}) }),
  );
  const inbound: InboundMessage = {
    externalId: event.externalId,
    text: hasContent
      ? `${event.text}${await repliedTo(ctx, call.inbox, event.repliesTo, locale)}`
      : wordsFor(locale)(awaited.length > 0 ? 'channel.file_awaited' : 'channel.nothing_to_show'),
    choice: await choiceIn(ctx, line, event, channel.capabilities.buttons),
    attachmentIds,
    locale,
    authorName: line.customerName || event.line.name || wordsFor(locale)('visitor.name'),
    firstAnswer: channel.capabilities.firstAnswer,
    ...(place?.subject || event.subject ? { subject: (place?.subject ?? event.subject)!.slice(0, 200) } : {}),
    ...(event.blocks ? { blocks: event.blocks } : {}),
    ...(joinedBy ? { joinedBy } : {}),
  };
  // What answers a mail of ours, by our own signed mark, was asked for.
  const isAnswer = place?.joinedBy === 'token';
  inbound.judge = () =>
    judgeInbound(ctx, {
      customerId: line.customerId,
      sender: event.line.identity,
      suspect:
        isJudged(channel.name) && !isAnswer
          ? { subject: inbound.subject ?? '', text: inbound.text, mail: mailIn(event.blocks ?? []) }
          : null,
    });
  const at = event.at ?? ctx.clock.now();
  const { externalId } = event;
  if (isSurveyButton(inbound.choice)) {
    await takeSurveyButton(ctx, inbound.choice, { customerId: line.customerId, externalId, at }).catch(ignoreGone);
    return;
  }
  const received =
    event.past && event.at
      ? await receivePast(customer, line, inbound, event.at)
      : await receiveUnless(customer, line, inbound, () => takeComment(ctx, { threadId: line.threadId, externalId, text: event.text, at }));
  if (!received) return;
  const { message } = received;
  if (awaited.length > 0) await ctx.transaction((tx) => awaitFiles(ctx, tx, call.inbox.id, message.id, awaited));
}

/** A survey that is no more, or was another customer's before lines were parted. */
function ignoreGone(error: unknown): void {
  if (problemOf(error as Error).status !== 404) throw error;
}

/** Where a message belongs. Who is blocked gets into no conversation of others, nor on with one of their own: what they write stands apart. */
const placeOf = ({ channel, call }: ApplyDeps, ctx: Ctx, event: MessageEvent) =>
  ctx.transaction(async (tx) => ((await isBlocked(ctx, tx, event.line.identity)) ? null : channel.place!(ctx, tx, call.inbox.id, event)));

async function choiceIn(ctx: Ctx, { threadId }: FoundLine, event: MessageEvent, buttons: number) {
  const pressed = event.pressed ? decodePressed(event.pressed) : null;
  const number = buttons === 0 ? typedNumber(event.text) : null;
  if (event.choice) return event.choice;
  if (pressed) return ctx.transaction((tx) => pressedChoice(tx, ctx.viewer.workspaceId, threadId, pressed));
  return number === null ? null : ctx.transaction((tx) => typedChoice(tx, ctx.viewer.workspaceId, threadId, number));
}
