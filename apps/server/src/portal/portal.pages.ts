import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Portal } from '../../../portal/src/portal.types.ts';
import { unavailable } from '../platform/http/refusal.ts';

/** The built page renderer, loaded when the first page is asked for. @throws unavailable when it was not built */
export function portalPages(dist: string): () => Promise<Portal> {
  let loading: Promise<Portal> | null = null;
  return () => {
    const file = join(dist, 'portal.js');
    if (!loading && !existsSync(file)) throw unavailable();
    loading ??= import(pathToFileURL(file).href) as Promise<Portal>;
    return loading;
  };
}
