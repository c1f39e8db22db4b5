import type { testEmbeddings as contract, EmbeddingSource } from '@madoguchi/contract/embeddings.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { Ctx } from '../../platform/ctx.ts';
import { baseOf, isSameServer, type ModelHosts } from '../hosts.rules.ts';
import { countEmbedding } from './count-embedding.commands.ts';
import { placeOf } from './embeddings.caller.ts';
import { storedEmbeddingSettings } from './embeddings.queries.ts';
import type { AskEmbeddings } from './embeddings.types.ts';
import type { LocalModel } from './local/local.types.ts';
import { LOCAL_URL } from './source.rules.ts';

type Trial = { source?: EmbeddingSource | undefined; url?: string | undefined; model?: string | undefined; key?: string | undefined };
type Result = OutputOf<typeof contract>;
type Deps = { sealingKey: Buffer; hosts: ModelHosts; ask: AskEmbeddings; local: LocalModel };

/** Says nothing of anybody. */
const TEXT = 'Are you there?';
/** Longer than a question may wait: a model that is asked for the first time may have to be loaded. */
const TIME_LIMIT_MS = 15_000;
const LOCAL_LIMIT_MS = 60_000;

/** Asks for one vector for real, with what is given or else what is kept; the call is counted like any other. */
export async function tryEmbeddings(ctx: Ctx, { sealingKey, hosts, ask, local }: Deps, trial: Trial): Promise<Result> {
  const row = await ctx.transaction((tx) => storedEmbeddingSettings(tx, ctx.viewer.workspaceId));
  if ((trial.source ?? (row?.url === LOCAL_URL ? 'local' : 'endpoint')) === 'local') return tryLocal(ctx, local);
  const kept = row && row.url !== LOCAL_URL ? placeOf(row, sealingKey) : undefined;
  const address = trial.url?.trim() ?? kept?.url ?? '';
  const model = trial.model?.trim() ?? kept?.model ?? '';
  if (address === '' || model === '') return refused(model, 'not_set');
  const url = baseOf(address, hosts);
  if (url === null) return refused(model, 'address_refused');
  const keptKey = kept && isSameServer(kept.url, url) ? kept.key : null;
  const key = trial.key === undefined ? keptKey : trial.key.trim() || null;
  const reply = await ask({ url, model, key, timeLimitMs: TIME_LIMIT_MS }, [TEXT]);
  await countEmbedding(ctx, { model, price: row?.price ?? null }, reply, { purpose: 'test', texts: 1 });
  const { failure, detail, ms, tokens, vectors } = reply;
  return { ok: failure === null, model, ms, width: vectors[0]?.length ?? null, failure, detail, tokens };
}

async function tryLocal(ctx: Ctx, local: LocalModel): Promise<Result> {
  // From disk: larger models take longer than a question to an endpoint may.
  const reply = await local.embed('', 'query', [TEXT], { timeLimitMs: LOCAL_LIMIT_MS, urgent: true, again: true });
  const { failure, detail, ms, tokens, vectors, identity: model } = reply;
  await countEmbedding(ctx, { model, price: 0 }, reply, { purpose: 'test', texts: 1 });
  return { ok: failure === null, model, ms, width: vectors[0]?.length ?? null, failure, detail, tokens };
}

const refused = (model: string, failure: 'not_set' | 'address_refused'): Result => ({
  ok: false,
  model,
  ms: 0,
  width: null,
  failure,
  detail: null,
  tokens: null,
});
