import { join } from 'node:path';
import type pg from 'pg';
import { openAnswers } from './app.answers.ts';
import { warmUp } from './app.warm-up.ts';
import { startWork } from './app.work.ts';
import type { Config } from './config.ts';
import { createAgent } from './src/agents/agents.commands.ts';
import { agentsRoutes } from './src/agents/agents.routes.ts';
import { makeAccess } from './src/agents/sign-in/access.ts';
import { openAccounts } from './src/agents/sign-in/accounts.ts';
import { agentOfRequest, makeAgentAuthorizer } from './src/agents/sign-in/authorize.ts';
import { systemMailRoutes } from './src/agents/system-mail/system-mail.routes.ts';
import { createTeam } from './src/agents/teams.commands.ts';
import { approvalsRoutes } from './src/approvals/approvals.routes.ts';
import { approvalFor } from './src/approvals/decide/ask.commands.ts';
import { auditRoutes } from './src/audit/audit.routes.ts';
import { automationRoutes } from './src/automation/automation.routes.ts';
import { macrosRoutes } from './src/automation/macros/macros.routes.ts';
import { boardRoutes } from './src/board/board.routes.ts';
import { botTold } from './src/bot/bot.queries.ts';
import { botRoutes } from './src/bot/bot.routes.ts';
import { botSources } from './src/bot/bot.sources.ts';
import { checkedRoutes } from './src/bot/checked/checked.routes.ts';
import { proposalsRoutes } from './src/bot/proposed-synonyms/proposals.routes.ts';
import { replayRoutes } from './src/bot/replay/replay.routes.ts';
import { tryRoutes } from './src/bot/try/try.routes.ts';
import { unansweredRoutes } from './src/bot/unanswered/unanswered.routes.ts';
import { cannedResponsesRoutes } from './src/canned-responses/canned-responses.routes.ts';
import { carriesOf } from './src/channels/carries.ts';
import type { Channel } from './src/channels/channel.ts';
import { CHANNELS, registerChannels } from './src/channels/channels.registry.ts';
import { channelsRoutes } from './src/channels/channels.routes.ts';
import { messengerArticles } from './src/channels/chat/chat.articles.ts';
import { chatLive } from './src/channels/chat/chat.live.ts';
import { makeQueueBoards } from './src/channels/chat/chat.queue.ts';
import { chatRoutes } from './src/channels/chat/chat.routes.ts';
import { makeVisitorTokens } from './src/channels/chat/chat.tokens.ts';
import { authorizeVisitor } from './src/channels/chat/chat.visitors.ts';
import { openCodeTexts } from './src/channels/code-texts/code-texts.commands.ts';
import { showTyping } from './src/channels/courtesies.typing.ts';
import { addressesRoutes } from './src/channels/email/addresses/addresses.routes.ts';
import { makeVerifier } from './src/channels/email/receive/verify-sender.ts';
import { openReceiver, type ReceiverDeps } from './src/channels/email/receiver/receiver.ts';
import type { ReceiverConfig } from './src/channels/email/receiver/receiver.types.ts';
import { keepStanding } from './src/channels/email/receiver/standing.ts';
import { remoteImagesRoutes } from './src/channels/email/remote-images.routes.ts';
import { formRoutes } from './src/channels/form/form.routes.ts';
import { channelMetrics } from './src/channels/health/metrics/channel-metrics.ts';
import { hooksRoutes } from './src/channels/hooks.routes.ts';
import type { ParseLimits } from './src/channels/inbound/apart/apart.types.ts';
import { parseThreads } from './src/channels/inbound/apart/parse-threads.ts';
import { linksRoutes } from './src/channels/links/links.routes.ts';
import { openLine } from './src/channels/links/open-line.ts';
import { askPlatform, makeCalls } from './src/channels/port/calls.ts';
import { charsetOf } from './src/channels/settings/settings.queries.ts';
import { commerceRoutes } from './src/commerce/commerce.routes.ts';
import { shopHookRoutes } from './src/commerce/shops/hook/shop-hook.routes.ts';
import { shopsRoutes } from './src/commerce/shops/shops.routes.ts';
import { configurationRoutes } from './src/configuration/configuration.routes.ts';
import { attachmentsRoutes } from './src/conversations/attachments/attachments.routes.ts';
import { bulkRoutes } from './src/conversations/bulk/bulk.routes.ts';
import { setGates } from './src/conversations/conversations.gates.ts';
import { conversationsRoutes } from './src/conversations/conversations.routes.ts';
import { followersRoutes } from './src/conversations/followers/followers.routes.ts';
import { mergeRoutes } from './src/conversations/merge/merge.routes.ts';
import { moodRoutes } from './src/conversations/mood/mood.routes.ts';
import { relatedRoutes } from './src/conversations/related/related.routes.ts';
import { cannedFiles } from './src/conversations/texts/canned-files.queries.ts';
import { textsRoutes } from './src/conversations/texts/texts.routes.ts';
import { whispersRoutes } from './src/conversations/whispers/whispers.routes.ts';
import { openCodes } from './src/customers/codes/codes.commands.ts';
import { customersRoutes } from './src/customers/customers.routes.ts';
import { wholeCustomerRoutes } from './src/customers/whole-customer.routes.ts';
import { loadDemo } from './src/demo/demo.commands.ts';
import { demoRoutes } from './src/demo/demo.routes.ts';
import { missingFields } from './src/fields/fields.queries.ts';
import { fieldsRoutes } from './src/fields/fields.routes.ts';
import { flowsRoutes } from './src/flows/flows.routes.ts';
import { articleFilesRoutes } from './src/knowledge/files/article-files.routes.ts';
import { importRoutes } from './src/knowledge/imports/import.routes.ts';
import { knowledgeRoutes } from './src/knowledge/knowledge.routes.ts';
import { vectorsRoutes } from './src/knowledge/vectors/vectors.routes.ts';
import { liveSockets } from './src/live/live.sockets.ts';
import { embeddingsRoutes } from './src/models/embeddings/embeddings.routes.ts';
import { modelsRoutes } from './src/models/models.routes.ts';
import { notificationsRoutes } from './src/notifications/notifications.routes.ts';
import { makeSend } from './src/notifications/push/send.ts';
import { vapidKeys } from './src/notifications/push/vapid-keys.ts';
import { peopleRoutes } from './src/people/people.routes.ts';
import { retentionRoutes } from './src/people/retention/retention.routes.ts';
import { systemActor } from './src/platform/actor.ts';
import { makeBus } from './src/platform/bus/bus.ts';
import { systemClock } from './src/platform/clock/clock.ts';
import { type Ctx, makeCtx, nobody } from './src/platform/ctx.ts';
import { openDb } from './src/platform/db/db.ts';
import { HeardClient } from './src/platform/db/heard-client.ts';
import { systemViewer } from './src/platform/db/viewer.ts';
import { followLog } from './src/platform/event-log/tail.ts';
import { folderFiles } from './src/platform/files/files.ts';
import { makeFileLinks } from './src/platform/files/links.ts';
import { healthRoutes } from './src/platform/http/health.ts';
import { screensRoutes } from './src/platform/http/screens.ts';
import { makeHttpServer } from './src/platform/http/server.ts';
import { forgetTheDead } from './src/platform/jobs/dead-workers.ts';
import type { Logger } from './src/platform/log/log.ts';
import { openMailTransport } from './src/platform/mail-transport/mail-transport.ts';
import { openOutbox } from './src/platform/mail-transport/outbox.ts';
import { makeMetrics } from './src/platform/metrics/metrics.ts';
import type { Keys } from './src/platform/secrets/keys.ts';
import { sharedTokenizer } from './src/platform/text/tokenizer.ts';
import { portalRoutes } from './src/portal/portal.routes.ts';
import { proceduresRoutes } from './src/procedures/procedures.routes.ts';
import { missingSteps } from './src/procedures/run/runs.queries.ts';
import { replyChecksRoutes } from './src/reply-checks/reply-checks.routes.ts';
import { noteSeen } from './src/routing/presence/presence.commands.ts';
import { routingRoutes } from './src/routing/routing.routes.ts';
import { conversationIdsFor } from './src/search/query/conversation-ids.queries.ts';
import { searchRoutes } from './src/search/search.routes.ts';
import { makeClauseReader } from './src/search/terms/clauses.ts';
import { sideConversationsRoutes } from './src/side-conversations/side-conversations.routes.ts';
import { takeSideMail } from './src/side-conversations/take-side-mail.commands.ts';
import { slaRoutes } from './src/sla/sla.routes.ts';
import { spamRoutes } from './src/spam/spam.routes.ts';
import { makeSurveyLinks } from './src/surveys/answer/links.ts';
import { pageAddress } from './src/surveys/ask/page-address.ts';
import { surveysRoutes } from './src/surveys/surveys.routes.ts';
import { brandsRoutes } from './src/workspaces/brands/brands.routes.ts';
import { calendarsRoutes } from './src/workspaces/hours/calendars.routes.ts';
import { workspaceSettings } from './src/workspaces/workspaces.queries.ts';
import { workspacesRoutes } from './src/workspaces/workspaces.routes.ts';

type Deps = {
  config: Pick<Config, 'home' | 'demo' | 'roles' | 'trustProxy' | 'publicUrl' | 'visitorMessagesPerMinute' | 'modelHosts'> &
    Partial<Pick<Config, 'embeddingFolder' | 'embeddingPrefixes' | 'mail' | 'mailHosts' | 'pushHosts' | 'signInHosts' | 'channelOrigins'>>;
  log: Logger;
  connection: pg.ClientConfig;
  keys: Keys;
  checkAnswers?: boolean;
  /** No other process works on this database: what is held there at the start was held by one that died. */
  isAlone?: boolean;
  /** Other channels than the product's own, for tests. */
  channels?: readonly Channel[];
  /** What reading a payload in a thread may cost; default: what the threads say. */
  parseLimits?: Partial<ParseLimits>;
};

export type App = Awaited<ReturnType<typeof buildApp>>;

const dist = (app: string) => join(import.meta.dirname, '..', app, 'dist');

/** The composition root, with app.answers.ts and app.work.ts: nobody else knows every room. Nothing runs until `start`. */
export async function buildApp({
  config,
  log,
  connection: database,
  keys,
  checkAnswers,
  isAlone = false,
  channels = CHANNELS,
  parseLimits,
}: Deps) {
  const connection: pg.PoolConfig = { ...database, Client: HeardClient };
  const platform = { db: openDb(connection, log), bus: makeBus(), clock: systemClock };
  const metrics = makeMetrics();
  const files = folderFiles(join(config.home, 'files'));
  const links = makeFileLinks(keys.derive('file-links'), platform.clock.now);
  const accounts = await openAccounts({ connection, keys, log });
  const access = makeAccess(platform, accounts);
  const authorizeAgent = makeAgentAuthorizer({ platform, access, publicUrl: config.publicUrl });
  const tokens = makeVisitorTokens(keys);
  const mail = openMailTransport(config.mail ?? null);
  const outbox = openOutbox({ transport: mail, sealingKey: keys.derive('system-mail') });
  const answers = openAnswers({ platform, config, keys, log });
  const { search, internal, typing, cannedTexts, models, modelDeps, embeddings, embeddingDeps } = answers;

  const undoSeconds = async (ctx: Ctx) => (await workspaceSettings(ctx)).undoSendSeconds;
  const surveyLinks = makeSurveyLinks(keys);
  const channelKey = keys.derive('channel-secrets');
  const shopKey = keys.derive('shop-secrets');
  const { publicUrl } = config;
  const known = registerChannels(channels);
  const threads = parseThreads(parseLimits);
  const judgeSender = makeVerifier(threads);
  const calls = makeCalls({
    platform,
    judgeSender,
    channels: known,
    sealingKey: channelKey,
    origins: config.channelOrigins ?? {},
    mailHosts: config.mailHosts ?? [],
    publicUrl,
    log,
  });
  const codeTexts = openCodeTexts({ channels: known, calls, sealingKey: keys.derive('code-texts') });
  const codes = openCodes({ outbox, key: keys.derive('one-time-codes'), texts: codeTexts });
  const sources = botSources(search, undefined, config.publicUrl, codes);
  const channelDeps = { platform, channels: known, calls, threads, files, links, publicUrl, log, aside: takeSideMail(files) };

  const surveyDeps = { carries: carriesOf(channelDeps.channels), pageOf: pageAddress(surveyLinks, publicUrl) };

  const { app: http, routeTable } = await makeHttpServer({
    log,
    checkAnswers,
    trustProxy: config.trustProxy,
    authorize: async (request, permit) => {
      // A browser does not let its page see why an upgrade was refused: sockets open and then close with a code that says so.
      if (permit === 'public' || request.ws) return nobody(platform);
      return permit === 'visitor' ? authorizeVisitor({ platform, tokens }, request) : authorizeAgent(request, permit);
    },
  });

  const live = await liveSockets(http, {
    platform,
    links,
    metrics,
    log,
    agentOfRequest: (request) => agentOfRequest(access, request, config.publicUrl),
    onAccessChange: access.onChange,
    onSeen: (workspaceId, agentIds) => noteSeen(makeCtx(platform, systemViewer(workspaceId), systemActor), agentIds),
  });
  workspacesRoutes(http, { keys });
  brandsRoutes(http, { platform, files, publicUrl: config.publicUrl });
  calendarsRoutes(http);
  const single = { sealingKey: keys.derive('single-sign-on'), hosts: config.signInHosts ?? [] };
  agentsRoutes(http, { platform, accounts, access, publicUrl: config.publicUrl, isOnline: live.isOnline, single, log });
  systemMailRoutes(http, mail);
  modelsRoutes(http, modelDeps);
  embeddingsRoutes(http, embeddingDeps);
  cannedResponsesRoutes(http, { files: cannedFiles(links) });
  customersRoutes(http);
  wholeCustomerRoutes(http);
  commerceRoutes(http);
  shopsRoutes(http, { sealingKey: shopKey });
  shopHookRoutes(http, { platform, sealingKey: shopKey });
  peopleRoutes(http, { files });
  retentionRoutes(http);
  const vapid = vapidKeys(keys);
  const pushHosts = config.pushHosts ?? [];
  const push = { send: makeSend({ vapid, publicUrl, hosts: pushHosts, log }), sealingKey: keys.derive('push-subscriptions') };
  notificationsRoutes(http, { ...push, canMail: outbox.available, publicKey: vapid.publicKey, hosts: pushHosts });
  auditRoutes(http);
  const texts = { files: cannedFiles(links), logos: files };
  configurationRoutes(http, { ...texts, access, publicUrl: config.publicUrl, single, models: modelDeps, embeddings: embeddingDeps });
  knowledgeRoutes(http, { search, internal, publicUrl: config.publicUrl });
  const clauses = makeClauseReader(sharedTokenizer());
  searchRoutes(http, { read: clauses, articles: { search, internal, publicUrl: config.publicUrl } });
  vectorsRoutes(http);
  importRoutes(http);
  articleFilesRoutes(http, platform, files, (request) => authorizeAgent(request, 'signed_in'));
  conversationsRoutes(http, {
    findByWords: (ctx, q) => conversationIdsFor(ctx, clauses, q),
    links,
    undoSeconds,
    canMove: (channel) => channelDeps.channels.byName(channel)?.capabilities.linesPart ?? false,
    openLine: (ctx, conversationId, via) => openLine(ctx, channelDeps.channels, conversationId, via),
  });
  setGates({ missing: [missingFields, missingSteps], approval: approvalFor });
  fieldsRoutes(http);
  proceduresRoutes(http);
  approvalsRoutes(http, links);
  mergeRoutes(http);
  relatedRoutes(http);
  whispersRoutes(http);
  bulkRoutes(http);
  textsRoutes(http, { files, links, index: cannedTexts });
  followersRoutes(http);
  moodRoutes(http);
  spamRoutes(http);
  replyChecksRoutes(http, charsetOf);
  attachmentsRoutes(http, platform, files, links);
  routingRoutes(http, { botTold });
  botRoutes(http, links);
  flowsRoutes(http, sources, codes);
  unansweredRoutes(http);
  checkedRoutes(http);
  proposalsRoutes(http);
  replayRoutes(http, search);
  tryRoutes(http, sources);
  surveysRoutes(http);
  slaRoutes(http);
  macrosRoutes(http, { undoSeconds, botTold, links });
  automationRoutes(http);
  boardRoutes(http);
  const boards = makeQueueBoards(platform);
  chatRoutes(http, {
    platform,
    keys,
    tokens,
    files,
    links,
    boards,
    messagesPerMinute: config.visitorMessagesPerMinute,
    articles: messengerArticles(search, config.publicUrl),
    publicUrl: config.publicUrl,
  });
  const visitors = await chatLive(http, { platform, tokens, links, boards, metrics, log });
  formRoutes(http, { platform, tokens, publicUrl: config.publicUrl });
  channelsRoutes(http, { ...channelDeps, sealingKey: channelKey });
  addressesRoutes(http, { sealingKey: channelKey });
  hooksRoutes(http, channelDeps);
  remoteImagesRoutes(http, (url, wish = {}) => askPlatform(config.channelOrigins ?? {}, url, wish));
  linksRoutes(http, channelDeps);
  sideConversationsRoutes(http, links);
  const { isHelpCenter } = portalRoutes(http, {
    platform,
    search,
    suggestions: typing,
    tokens,
    links,
    surveyLinks,
    dist: dist('portal'),
    publicUrl: config.publicUrl,
  });
  screensRoutes(http, { desk: dist('desk'), messenger: dist('messenger') }, async (request) =>
    (await isHelpCenter(request)) ? '/help' : '/desk/',
  );
  channelMetrics(platform, metrics.registry);
  healthRoutes(http, platform, metrics);
  if (config.demo) demoRoutes(http, platform);

  const running: { stop: () => Promise<void> }[] = [];
  const doors: { stop: () => Promise<void> }[] = [];
  return {
    /** Opens the door for mail. It writes down and reads nothing, as a platform's hook does: so it stands where the other doors are. */
    async receiveMail(where: ReceiverConfig, wish: Partial<ReceiverDeps> = {}) {
      const receiver = await openReceiver({ platform, log, config: where, judge: judgeSender, ...wish });
      doors.push(receiver, await keepStanding(platform, receiver));
      return { port: receiver.port };
    },
    http,
    platform,
    keys,
    routeTable,
    /** Whether nobody has set this installation up yet. */
    isEmpty: () =>
      platform.db.directory(async (tx) => (await tx.selectFrom('workspaces').select('workspace_id').limit(1).execute()).length === 0),
    async start() {
      if (config.demo)
        await loadDemo({
          platform,
          addAgent: async (ctx, agent) => ({ id: await createAgent(ctx, { platform, accounts }, agent) }),
          addTeam: createTeam,
        });
      running.push(
        await followLog(platform, async (facts) => access.noteFacts(facts), {
          onError: (error) => log.error({ error: error.message }, 'access'),
        }),
      );
      warmUp({ platform, search, typing }).catch((error: Error) =>
        log.warn({ error: error.message }, 'the search index is built when it is first needed'),
      );
      running.push(showTyping({ ...channelDeps, platform }));
      if (!config.roles.worker) return;
      if (isAlone) await forgetTheDead(connection);
      running.push(
        ...(await startWork({
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
          codeTexts,
          push,
          undoSeconds,
          publicUrl,
        })),
      );
    },
    async stop() {
      // What is being read stays unread, and nobody waits for it.
      await Promise.all([live.stop(), visitors.stop(), threads.close(), ...doors.map((door) => door.stop())]);
      await http.close();
      await Promise.all(running.map((one) => one.stop()));
      await answers.close();
      await accounts.close();
      await platform.db.close();
    },
  };
}
