import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import type { testModel as contract } from '@madoguchi/contract/models.ts';
import type { Ctx } from '../platform/ctx.ts';
import { cutText } from '../platform/text/fold.ts';
import { baseOf, isSameServer, type ModelHosts } from './hosts.rules.ts';
import { placeOf } from './models.caller.ts';
import { keepModelCall } from './models.commands.ts';
import { storedSettings, toModelSettings } from './models.queries.ts';
import type { AskModel, ModelPlace, ModelReply } from './models.types.ts';

type Trial = Partial<Pick<ModelPlace, 'url' | 'model' | 'timeLimitMs'>> & { key?: string | undefined };
type Result = OutputOf<typeof contract>;
type Deps = { sealingKey: Buffer; hosts: ModelHosts; ask: AskModel };

/** Says nothing of anybody: enough to know that the address, the key and the model fit. */
const QUESTION = { instructions: 'Reply with one short greeting in Japanese.', prompt: 'Are you there?', maxTokens: 200 };
const SHOWN = 300;

/** Asks the model for real, with what is given or else what is kept; the call is counted like any other. */
export async function tryModel(ctx: Ctx, { sealingKey, hosts, ask }: Deps, trial: Trial): Promise<Result> {
  const row = await ctx.transaction((tx) => storedSettings(tx, ctx.viewer.workspaceId));
  const kept = row && placeOf(row, sealingKey);
  const address = trial.url?.trim() ?? kept?.url ?? '';
  const model = trial.model?.trim() ?? kept?.model ?? '';
  if (address === '' || model === '') return failed(model, 'not_set');
  const url = baseOf(address, hosts);
  if (url === null) return failed(model, 'address_refused');
  const keptKey = kept && isSameServer(kept.url, url) ? kept.key : null;
  const key = trial.key === undefined ? keptKey : trial.key.trim() || null;
  const reply = await ask({ url, model, key, timeLimitMs: trial.timeLimitMs ?? toModelSettings(row).timeLimitMs }, QUESTION);
  const outcome = reply.failure === null ? 'ok' : reply.failure === 'timeout' || reply.failure === 'refused' ? reply.failure : 'error';
  const prices = { price_in: row?.price_in ?? null, price_out: row?.price_out ?? null, currency: row?.currency ?? 'JPY' };
  await keepModelCall(ctx, { chat_model: model, ...prices }, reply, {
    purpose: 'test',
    outcome,
    conversationId: null,
    trace: { failure: reply.failure },
  });
  return shown(model, reply, key);
}

function shown(model: string, reply: ModelReply, key: string | null): Result {
  const { failure, ms, tokensIn, tokensOut } = reply;
  // An endpoint that echoes the key would otherwise show it to whoever may test but not read it.
  const detail = reply.detail && key ? reply.detail.replaceAll(key, '…') : reply.detail;
  return { ok: failure === null, model, ms, said: cutText(reply.text.trim(), SHOWN) || null, failure, detail, tokensIn, tokensOut };
}

const failed = (model: string, failure: 'not_set' | 'address_refused'): Result => ({
  ok: false,
  model,
  ms: 0,
  said: null,
  failure,
  detail: null,
  tokensIn: null,
  tokensOut: null,
});
