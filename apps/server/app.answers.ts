import { join } from 'node:path';
import type { Config } from './config.ts';
import { articleSuccesses } from './src/bot/successes.queries.ts';
import { cannedIndex } from './src/conversations/texts/suggest/canned-index.ts';
import { knowledgeSearch } from './src/knowledge/knowledge.index.ts';
import { suggestions } from './src/knowledge/suggest/suggest.ts';
import { meaningSearch } from './src/knowledge/vectors/meaning-search.ts';
import { askModel } from './src/models/ask-model.ts';
import { askEmbeddings } from './src/models/embeddings/ask-embeddings.ts';
import { openEmbeddings } from './src/models/embeddings/embeddings.caller.ts';
import { openLocalModel } from './src/models/embeddings/local/local-model.ts';
import { openModels } from './src/models/models.caller.ts';
import type { Platform } from './src/platform/ctx.ts';
import type { Logger } from './src/platform/log/log.ts';
import type { Keys } from './src/platform/secrets/keys.ts';
import { sharedGlosser } from './src/platform/text/glossary/glosser.ts';
import { sharedTokenizer } from './src/platform/text/tokenizer.ts';

type Deps = {
  platform: Platform;
  config: Pick<Config, 'home' | 'modelHosts'> & Partial<Pick<Config, 'embeddingFolder' | 'embeddingPrefixes'>>;
  keys: Keys;
  log: Logger;
};

/** What finds and words answers: the indexes over the articles and the canned responses, and the models that may stand behind them. */
export function openAnswers({ platform, config, keys, log }: Deps) {
  const sealingKey = keys.derive('model-keys');
  const embeddingFolder = config.embeddingFolder ?? null;
  const embeddingDeps = {
    sealingKey,
    hosts: config.modelHosts,
    ask: askEmbeddings(config.modelHosts),
    local: openLocalModel({ folder: embeddingFolder, prefixes: config.embeddingPrefixes ?? null }),
    hasLocal: embeddingFolder !== null,
  };
  const embeddings = openEmbeddings(embeddingDeps);
  const meaning = meaningSearch(platform, embeddings, { log });
  const search = knowledgeSearch(platform, { log, meaning, folder: join(config.home, 'index'), successes: articleSuccesses });
  // The bot and the help center are not given this one: what they do not hold they cannot tell.
  const internal = knowledgeSearch(platform, { log, audience: 'internal' });
  const typing = suggestions(platform, search, { log });
  const cannedTexts = cannedIndex(platform, { log });
  const modelDeps = { sealingKey, hosts: config.modelHosts, ask: askModel(config.modelHosts) };
  const models = openModels(modelDeps.sealingKey, modelDeps.ask);
  return {
    search,
    internal,
    typing,
    cannedTexts,
    models,
    modelDeps,
    embeddings,
    embeddingDeps,
    async close(): Promise<void> {
      await typing.close();
      await cannedTexts.close();
      await search.close();
      await internal.close();
      await embeddingDeps.local.close();
      await Promise.all([sharedTokenizer().close(), sharedGlosser().close()]);
    },
  };
}
