import { idParam } from '@madoguchi/contract/common.ts';
import type { Block } from '@madoguchi/contract/messages.ts';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { notFound } from '../../platform/http/refusal.ts';
import type { PlatformAnswer, PlatformRequest } from '../port/call.types.ts';
import { ChannelError } from '../port/channel-error.ts';

type Ask = (url: string, request?: PlatformRequest) => Promise<PlatformAnswer>;

const MAX_BYTES = 5 * 1024 * 1024;
const PICTURE = /^image\/(?:png|jpe?g|gif|webp|avif|bmp)\b/i;

/**
 * A picture of the net that a mail shows, fetched for the agent who asked for it: its server learns that somebody looked, but neither who
 * nor from where. Only what the mail itself names is fetched.
 */
export function remoteImagesRoutes(app: FastifyInstance, ask: Ask): void {
  app.get<{ Params: { id: string }; Querystring: { src: string } }>(
    '/api/messages/:id/remote-image',
    {
      config: { permit: 'conversation.read', rateLimit: { max: 300, timeWindow: '1 minute' } },
      schema: {
        summary: 'A remote picture that a mail shows, fetched for the one who asked for it',
        tags: ['messages'],
        params: idParam('msg'),
        querystring: z.object({ src: z.url().max(4000) }),
        response: { 200: z.unknown() },
      },
    },
    async (request, reply) => {
      const { src } = request.query;
      const blocks = await request.ctx.transaction((tx) =>
        tx
          .selectFrom('messages')
          .select('blocks')
          .where('workspace_id', '=', request.ctx.viewer.workspaceId)
          .where('id', '=', request.params.id)
          .executeTakeFirst(),
      );
      if (!blocks || !namesOf(blocks.blocks as Block[]).has(src)) throw notFound();
      const picture = await fetched(ask, src);
      if (!picture) throw notFound();
      return reply
        .type(picture.headers['content-type']!)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .header('x-content-type-options', 'nosniff')
        .header('cache-control', 'private, max-age=3600')
        .send(picture.body);
    },
  );
}

/** The addresses of pictures that a mail's sanitised HTML names. */
function namesOf(blocks: readonly Block[]): Set<string> {
  const html = blocks.map((block) => (block.type === 'mail' ? (block.html ?? '') : '')).join('');
  const written = [...html.matchAll(/data-remote-src="([^"]*)"/g)].map(([, src = '']) => src);
  return new Set(
    written.map((src) =>
      src.replace(/&(amp|quot|lt|gt|#39);/g, (_all, name: string) => ({ amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" })[name]!),
    ),
  );
}

async function fetched(ask: Ask, src: string): Promise<PlatformAnswer | null> {
  try {
    const answer = await ask(src.replace(/^http:/, 'https:'), { timeLimitMs: 8000, maxBytes: MAX_BYTES, headers: { accept: 'image/*' } });
    return answer.status === 200 && PICTURE.test(answer.headers['content-type'] ?? '') ? answer : null;
  } catch (error) {
    if (error instanceof ChannelError) return null;
    throw error;
  }
}
