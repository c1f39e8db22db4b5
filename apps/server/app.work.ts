import type pg from 'pg';
import { botTold } from './src/bot/bot.queries.ts';
import { botReader } from './src/bot/bot.reader.ts';
import type { botSources } from './src/bot/bot.sources.ts';
import { checkedReader } from './src/bot/checked/checked.reader.ts';
import { composerReader, leaveToComposer } from './src/bot/compose/compose.reader.ts';
import { leaveToLookUps, lookUpsReader } from './src/bot/flow/look-ups.reader.ts';
import { policyReader } from './src/bot/policy/policy.reader.ts';
import { acknowledgeReader } from './src/channels/acknowledge.reader.ts';
import { courtesiesReader } from './src/channels/courtesies.reader.ts';
import { alertsLane } from './src/channels/health/alerts/alerts.lane.ts';
import { checksLane } from './src/channels/health/checks.lane.ts';
import { awaitedFilesLane } from './src/channels/inbound/awaited-files.lane.ts';
import { inboundLane } from './src/channels/inbound/inbound.lane.ts';
import { connectionsLane } from './src/channels/keeper/connections.lane.ts';
import { tendLane } from './src/channels/keeper/tend.lane.ts';
import { outboundLane } from './src/channels/outbound/outbound.lane.ts';
import { outboundReader } from './src/channels/outbound/outbound.reader.ts';
import { releaseHeld } from './src/conversations/commands/release.ts';
import { RELEASE_TASK } from './src/conversations/commands/reply.ts';
import { scheduledReader } from './src/conversations/scheduled/scheduled.reader.ts';
import { WAKE_TASK, wake } from './src/conversations/snooze/snooze.commands.ts';
import { FORGET_TASK, forgetSearches, startForgetting } from './src/knowledge/forget-searches.commands.ts';
import type { KnowledgeSearch } from './src/knowledge/knowledge.types.ts';
import { REMINDERS_TASK, sendReminders, startReminders } from './src/knowledge/life/reminders/reminders.commands.ts';
import { carryOutSchedule, SCHEDULE_TASK } from './src/knowledge/life/schedule.commands.ts';
import { keepVectors } from './src/knowledge/vectors/vectors.keeper.ts';
import type { openEmbeddings } from './src/models/embeddings/embeddings.caller.ts';
import type { openModels } from './src/models/models.caller.ts';
import type { Platform } from './src/platform/ctx.ts';
import { runReaders } from './src/platform/event-log/run-readers.ts';
import { runJobs } from './src/platform/jobs/jobs.ts';
import { runLanes } from './src/platform/lanes/run-lanes.ts';
import type { Logger } from './src/platform/log/log.ts';
import type { Outbox } from './src/platform/mail-transport/outbox.ts';
import { MAIL_TASK } from './src/platform/mail-transport/outbox.ts';
import { routingReader } from './src/routing/place/routing.reader.ts';
import { routingLane } from './src/routing/routing.lane.ts';
import { searchBuildLane } from './src/search/keep/build.lane.ts';
import { keepSearch } from './src/search/keep/search.reader.ts';
import type { makeClauseReader } from './src/search/terms/clauses.ts';
import { escalationReader } from './src/sla/escalate/escalate.reader.ts';
import { RECOMPUTE_TASK, recompute } from './src/sla/recompute/recompute.commands.ts';
import { slaReader } from './src/sla/sla.reader.ts';
import { promisesLane } from './src/sla/timer/promises.lane.ts';
import { spamReader } from './src/spam/spam.reader.ts';
import { FOLLOW_UP_TASK, followUp } from './src/surveys/answer/follow-up.ts';
import { type AskDeps, askQuestion } from './src/surveys/ask/ask.commands.ts';
import { ASK_TASK, type Ended } from './src/surveys/ask/plan.ts';
import { surveysReader } from './src/surveys/surveys.reader.ts';

type Parts = {
  platform: Platform;
  connection: pg.PoolConfig;
  log: Logger;
  sources: ReturnType<typeof botSources>;
  models: ReturnType<typeof openModels>;
  embeddings: ReturnType<typeof openEmbeddings>;
  search: KnowledgeSearch;
  channelDeps: Parameters<typeof inboundLane>[0] &
    Parameters<typeof outboundLane>[0] &
    Parameters<typeof connectionsLane>[0] &
    Parameters<typeof checksLane>[0] &
    Parameters<typeof awaitedFilesLane>[0] &
    Parameters<typeof tendLane>[0] &
    Parameters<typeof acknowledgeReader>[0] &
    Parameters<typeof courtesiesReader>[0];
  surveyDeps: AskDeps;
  clauses: ReturnType<typeof makeClauseReader>;
  outbox: Outbox;
  publicUrl: string | null;
};

/** What goes on by itself in a worker: readers of the log, lanes and jobs, each named once. @returns what has to be stopped in the end */
export async function startWork({
  platform,
  connection,
  log,
  sources,
  models,
  embeddings,
  search,
  channelDeps,
  surveyDeps,
  clauses,
  outbox,
  publicUrl,
}: Parts) {
  startReminders(platform).catch((error: Error) =>
    log.warn({ error: error.message }, 'reminders of checks begin with the next check that is planned'),
  );
  startForgetting(platform).catch((error: Error) => log.warn({ error: error.message }, 'old searches are forgotten after the next start'));
  const running: { stop: () => Promise<void> }[] = [await keepVectors(platform, embeddings, { log })];
  running.push(await keepSearch(platform, clauses, log));
  running.push(
    await runReaders(
      platform,
      [
        botReader({ ...sources, leave: leaveToComposer(models), leaveToLookUps }),
        lookUpsReader(sources),
        composerReader(sources, models),
        checkedReader(),
        policyReader(search),
        surveysReader(),
        slaReader(),
        scheduledReader(),
        escalationReader(),
        outboundReader(channelDeps.channels),
        spamReader(),
        acknowledgeReader(channelDeps),
        courtesiesReader(channelDeps),
        routingReader(botTold),
      ],
      log,
    ),
  );
  running.push(
    runLanes(
      platform,
      [
        inboundLane(channelDeps),
        outboundLane(channelDeps),
        connectionsLane(channelDeps),
        checksLane(channelDeps),
        awaitedFilesLane(channelDeps),
        tendLane(channelDeps),
        alertsLane({ platform, outbox, publicUrl }),
        promisesLane(platform),
        searchBuildLane(platform, clauses),
        routingLane({ platform, botTold }),
      ],
      log,
    ),
  );
  running.push(
    await runJobs(
      platform,
      connection,
      {
        [RELEASE_TASK]: (ctx, { messageId }) => releaseHeld(ctx, String(messageId)),
        [WAKE_TASK]: (ctx, { conversationId, until }) => wake(ctx, String(conversationId), String(until)),
        [RECOMPUTE_TASK]: recompute,
        [FORGET_TASK]: async (ctx) => void (await forgetSearches(ctx)),
        [REMINDERS_TASK]: (ctx) => sendReminders(ctx, { outbox, publicUrl: publicUrl }),
        [MAIL_TASK]: (ctx, { mailId }) => outbox.deliver(ctx, String(mailId)),
        [ASK_TASK]: (ctx, ended) => askQuestion(ctx, surveyDeps, ended as Ended),
        [FOLLOW_UP_TASK]: (ctx, { surveyId }) => followUp(ctx, String(surveyId)),
        [SCHEDULE_TASK]: (ctx, { articleId }) => carryOutSchedule(ctx, String(articleId)),
      },
      log,
    ),
  );
  return running;
}
