import { sign, verify } from '../secrets/keys.ts';

const HOUR_IN_MS = 3_600_000;
/** Links live from one to two days; they change once a day, so that a browser keeps what it has loaded. */
const LIFE_IN_MS = 48 * HOUR_IN_MS;
const STEP_IN_MS = 24 * HOUR_IN_MS;

/** Signed, short-lived paths to files, for screens that cannot send a header with an image. */
export type FileLinks = {
  pathOf: (workspaceId: string, attachmentId: string) => string;
  /** For somebody who comes back to it, such as the reader of a mail: good until the given time. */
  lastingPathOf: (workspaceId: string, attachmentId: string, until: Date) => string;
  /** What a path's token gives access to, or null when it is forged or over. */
  read: (token: string) => { workspaceId: string; attachmentId: string } | null;
};

export function makeFileLinks(key: Buffer, now: () => Date): FileLinks {
  return {
    pathOf: (workspaceId, attachmentId) => {
      const until = Math.floor(now().getTime() / STEP_IN_MS) * STEP_IN_MS + LIFE_IN_MS;
      return `/files/${sign(key, { w: workspaceId, a: attachmentId, until })}`;
    },
    lastingPathOf: (workspaceId, attachmentId, until) => `/files/${sign(key, { w: workspaceId, a: attachmentId, until: until.getTime() })}`,
    read: (token) => {
      const found = verify(key, token) as { w: string; a: string; until: number } | null;
      return found && found.until > now().getTime() ? { workspaceId: found.w, attachmentId: found.a } : null;
    },
  };
}
