import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { round } from './figures.ts';
import type { Stand } from './stand.ts';

const kilobytes = (bytes: number) => round(bytes / 1000);
const gzipped = (text: string | Buffer) => gzipSync(text, { level: 9 }).length;

/** What a browser fetches before a page can be used: the page, the scripts and styles that it names. */
async function pageOf(base: string, path: string): Promise<number> {
  const html = await (await fetch(base + path)).text();
  const named = [...html.matchAll(/<(?:script[^>]+src|link[^>]+(?:stylesheet|modulepreload)[^>]+href)="([^"]+)"/g)].map(
    (match) => match[1]!,
  );
  const files = await Promise.all(named.map(async (name) => Buffer.from(await (await fetch(new URL(name, base + path))).arrayBuffer())));
  return gzipped(html) + files.reduce((sum, file) => sum + gzipped(file), 0);
}

export async function sizes({ product }: Stand) {
  const messenger = readFileSync(join(import.meta.dirname, '../apps/messenger/dist/messenger.js'));
  return {
    messengerGzipKB: kilobytes(gzipped(messenger)),
    deskFirstLoadGzipKB: kilobytes(await pageOf(product.base, '/desk/')),
    helpCentreGzipKB: kilobytes(await pageOf(product.base, '/help')),
  };
}
