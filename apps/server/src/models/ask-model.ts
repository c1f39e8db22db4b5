import { endpointFetch } from './endpoint-fetch.ts';
import { failureOf } from './failures.ts';
import type { ModelHosts } from './hosts.rules.ts';
import type { AskModel, ModelReply } from './models.types.ts';

/** Warnings of the library about what an endpoint does not support would go to the console of whoever runs the server. */
const quiet = () => {
  globalThis.AI_SDK_LOG_WARNINGS = false;
};

/**
 * Asks an OpenAI-compatible endpoint (POST /chat/completions) once, without a second try: a customer waits, and the extract is ready.
 * The libraries are loaded when the first question goes out, so an installation without a model does not carry them.
 */
export const askModel =
  (hosts: ModelHosts): AskModel =>
  async ({ url, model, key, timeLimitMs }, { instructions, prompt, maxTokens }) => {
    const began = performance.now();
    const ended = (reply: Partial<ModelReply>): ModelReply => ({
      text: '',
      failure: null,
      detail: null,
      tokensIn: null,
      tokensOut: null,
      ...reply,
      ms: Math.round(performance.now() - began),
    });
    try {
      const [{ generateText }, { createOpenAICompatible }] = await Promise.all([import('ai'), import('@ai-sdk/openai-compatible')]);
      quiet();
      const provider = createOpenAICompatible({
        name: 'model',
        baseURL: url,
        fetch: endpointFetch(hosts, timeLimitMs),
        ...(key ? { apiKey: key } : {}),
      });
      const { text, finishReason, usage } = await generateText({
        model: provider(model),
        instructions,
        prompt,
        maxOutputTokens: maxTokens,
        temperature: 0,
        maxRetries: 0,
        abortSignal: AbortSignal.timeout(timeLimitMs),
      });
      const tokens = { tokensIn: usage.inputTokens ?? null, tokensOut: usage.outputTokens ?? null };
      if (finishReason === 'content-filter') return ended({ failure: 'refused', ...tokens });
      return text.trim() === '' ? ended({ failure: 'no_reply', ...tokens }) : ended({ text, ...tokens });
    } catch (error) {
      return ended(failureOf(error));
    }
  };
