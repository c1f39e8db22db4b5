import { agents as castAgents, teams as castTeams, demoPassword } from '../../../../fixtures/agents.ts';
import { stories } from '../../../../fixtures/conversations.ts';
import { customers } from '../../../../fixtures/customers.ts';
import { faqEn } from '../../../../fixtures/faq/en.ts';
import { faqJa } from '../../../../fixtures/faq/ja.ts';
import { workspace as shop } from '../../../../fixtures/workspace.ts';
import { createArticle } from '../knowledge/knowledge.commands.ts';
import { articlePath } from '../knowledge/knowledge.rules.ts';
import { type Actor, systemActor } from '../platform/actor.ts';
import { type Ctx, makeCtx, type Platform } from '../platform/ctx.ts';
import { systemViewer } from '../platform/db/viewer.ts';
import { beginAtEnd } from '../platform/event-log/run-readers.ts';
import { createWorkspace } from '../workspaces/workspaces.commands.ts';
import { addRules } from './demo.automation.ts';
import { addBeside } from './demo.beside.ts';
import { addFlows } from './demo.flows.ts';
import { askColleague } from './demo.mention.ts';
import { addOrders } from './demo.orders.ts';
import { addOrganization } from './demo.organization.ts';
import { addProcedures } from './demo.procedures.ts';
import { addPromise, keepPromise } from './demo.promise.ts';
import { addRole } from './demo.roles.ts';
import { type DemoArticle, playStory } from './demo.stories.ts';
import { addTexts } from './demo.texts.ts';
import { whisperToColleague } from './demo.whisper.ts';

type Deps = {
  platform: Platform;
  /** Makes an agent with an account; an e-mail that has one already keeps it. */
  addAgent: (
    ctx: Ctx,
    agent: { name: string; email: string; role: 'owner' | 'admin' | 'supervisor' | 'agent'; locale: 'ja' | 'en'; password: string },
  ) => Promise<{ id: string }>;
  addTeam: (ctx: Ctx, team: { name: string; memberIds: string[] }) => Promise<{ id: string }>;
};

const NOTE = 'demo loaded';
const WRITING_TAKES_MS = 7 * 3_600_000;

/** Loads the fictional shop, unless it is there or the installation has a workspace of its own. Cut short, it goes on at the next start. */
export async function loadDemo(deps: Deps): Promise<'loaded' | 'there'> {
  const { platform } = deps;
  const before = await platform.db.directory(async (tx) => ({
    loaded: await tx.selectFrom('installation_notes').select('name').where('name', '=', NOTE).executeTakeFirst(),
    workspaces: await tx.selectFrom('workspaces').select(['workspace_id', 'name']).orderBy('created_at').execute(),
  }));
  const own = before.workspaces.find(({ name }) => name === shop.name);
  if (before.loaded || (before.workspaces.length > 0 && !own)) return 'there';

  const workspaceId = own?.workspace_id ?? (await createWorkspace(platform, { ...shop, greeting: { ...shop.greeting } })).workspaceId;
  const ctx = makeCtx(platform, systemViewer(workspaceId), systemActor);
  const agents = await addPeople(deps, ctx);
  const teams = await addTeams(deps, ctx, agents);
  const articles = await addArticles(platform, { workspaceId, editor: { kind: 'agent', ...agents.get('nakamura')! } });
  await addRole(ctx);
  await addTexts(ctx);
  await addRules(ctx);
  await addPromise(ctx);
  await addFlows(makeCtx(platform, systemViewer(workspaceId), { kind: 'agent', ...agents.get('nakamura')! }), teams);
  const inboxes = await ctx.transaction((tx) =>
    tx.selectFrom('inboxes').select(['id', 'channel']).where('workspace_id', '=', workspaceId).orderBy('created_at').execute(),
  );
  const inboxOf = (channel: string) => inboxes.find((inbox) => inbox.channel === channel)!.id;

  const stage = {
    platform,
    workspaceId,
    inboxes: { chat: inboxOf('chat'), form: inboxOf('form') },
    agents,
    teams,
    article: (slug: string, locale: string) => articles.get(`${locale}:${slug}`),
    siteUrl: shop.siteUrl,
    now: platform.clock.now(),
  };
  const inOrder = [...stories].sort((a, b) => b.lines[0]!.minutesAgo - a.lines[0]!.minutesAgo);
  for (const story of inOrder) await playStory(stage, story, customers.find(({ key }) => key === story.customer)!);
  await addOrders(ctx);
  await addOrganization(ctx);
  await addProcedures(ctx);
  await addBeside(makeCtx(platform, systemViewer(workspaceId), { kind: 'agent', ...agents.get('suzuki')! }), agents);
  await whisperToColleague(stage);
  await keepPromise(ctx);
  // The stories tell what the bot said: it must not answer them again.
  await beginAtEnd(platform, 'bot');
  // Nobody is told of what has been answered long ago; of one question they are.
  await beginAtEnd(platform, 'notifications');
  await askColleague(stage);
  await platform.db.directory((tx) =>
    tx
      .insertInto('installation_notes')
      .values({ name: NOTE })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  return 'loaded';
}

async function addPeople({ addAgent }: Deps, ctx: Ctx): Promise<Map<string, { id: string; name: string }>> {
  const people = new Map<string, { id: string; name: string }>();
  const there = await ctx.transaction((tx) =>
    tx.selectFrom('agents').select(['id', 'email']).where('workspace_id', '=', ctx.viewer.workspaceId).execute(),
  );
  for (const { key, name, email, role, locale } of castAgents) {
    const id =
      there.find((agent) => agent.email === email)?.id ?? (await addAgent(ctx, { name, email, role, locale, password: demoPassword })).id;
    people.set(key, { id, name });
  }
  return people;
}

async function addTeams({ addTeam }: Deps, ctx: Ctx, agents: Map<string, { id: string }>): Promise<Map<string, string>> {
  const there = await ctx.transaction((tx) =>
    tx.selectFrom('teams').select(['id', 'name']).where('workspace_id', '=', ctx.viewer.workspaceId).execute(),
  );
  const teams = new Map<string, string>();
  for (const { key, name, members } of castTeams) {
    const memberIds = members.map((member) => agents.get(member)!.id);
    teams.set(key, there.find((team) => team.name === name)?.id ?? (await addTeam(ctx, { name, memberIds })).id);
  }
  return teams;
}

/** As a knowledge editor would have written them: one every few hours, over the last weeks. */
async function addArticles(
  platform: Platform,
  { workspaceId, editor }: { workspaceId: string; editor: Actor },
): Promise<Map<string, DemoArticle>> {
  const now = platform.clock.now().getTime();
  let written = 0;
  const ctxOfNext = () => {
    written += 1;
    const at = new Date(now - (faqJa.length + faqEn.length + 5 - written) * WRITING_TAKES_MS);
    return makeCtx({ ...platform, clock: { now: () => at } }, systemViewer(workspaceId), editor);
  };
  const ctx = makeCtx(platform, systemViewer(workspaceId), editor);
  const bySlug = new Map<string, DemoArticle>();
  const there = await ctx.transaction((tx) =>
    tx.selectFrom('articles').select(['id', 'slug', 'locale']).where('workspace_id', '=', workspaceId).execute(),
  );
  for (const [locale, faq] of [
    ['ja', faqJa],
    ['en', faqEn],
  ] as const) {
    for (const { slug, question, answer, category, examples } of faq) {
      const known = there.find((article) => article.slug === slug && article.locale === locale);
      const { id } =
        known ??
        (await createArticle(ctxOfNext(), { question, answer, category, examples: [...examples], locale }, { status: 'published', slug }));
      bySlug.set(`${locale}:${slug}`, { id, question, answer, url: articlePath({ locale, slug }) });
    }
  }
  return bySlug;
}
