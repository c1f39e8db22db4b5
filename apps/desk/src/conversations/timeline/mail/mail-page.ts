import type { Attachment } from '@madoguchi/contract/common.ts';

/** A picture of the mail, by the name its HTML calls it and the name of the file that came along. */
export type InlineImage = { contentId: string; name: string };

type Wish = {
  html: string;
  inline: readonly InlineImage[];
  files: readonly Pick<Attachment, 'name' | 'url'>[];
  /** Where a picture of the net is fetched through; null: none is. */
  remoteUrl: ((src: string) => string) | null;
};

const REMOTE = 'data-remote-src';
const ATTACHED = 'data-content-id';

/** How many pictures of the net a mail wants. */
export const remoteImages = (html: string): number => html.split(`${REMOTE}=`).length - 1;

/**
 * The mail's own HTML as a page for a frame of its own: without scripts, on white paper as its sender saw it, with the pictures that came
 * along. Pictures of the net are left out until somebody asks for them: fetching one tells its sender that the mail was opened.
 */
export function mailPage({ html, inline, files, remoteUrl }: Wish): string {
  const urls = inlineUrls(inline, files);
  // The server has sanitised it: every value is quoted and escaped, and a tag ends with the first >.
  const body = html.replace(/<img\b[^>]*>/g, (tag) => {
    const attached = urls.get(valueIn(tag, ATTACHED) ?? '');
    const remote = valueIn(tag, REMOTE);
    const src = attached ?? (remote !== null && remoteUrl ? remoteUrl(remote) : null);
    return src === null ? tag : tag.replace(/^<img\b/, `<img src="${escaped(src)}"`);
  });
  // The policy of the desk around it holds here as well; this one goes further.
  return `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="content-security-policy" content="default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'"><meta name="referrer" content="no-referrer"><base target="_blank"><style>${STYLE}</style></head><body>${body}</body></html>`;
}

const STYLE =
  'html{color-scheme:light}body{margin:0;padding:16px;background:#fff;color:#1c2024;font:14px/1.6 "Hiragino Sans","Noto Sans JP","Yu Gothic UI",Meiryo,system-ui,sans-serif;overflow-wrap:anywhere}img{max-width:100%;height:auto}table{max-width:100%}blockquote{margin:8px 0;padding-left:12px;border-left:3px solid #d0d5dd;color:#475467}pre{white-space:pre-wrap}';

const ENTITIES: Record<string, string> = { amp: '&', quot: '"', lt: '<', gt: '>', '#39': "'" };

function valueIn(tag: string, name: string): string | null {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag);
  return found ? found[1]!.replace(/&(amp|quot|lt|gt|#39);/g, (_all, entity: string) => ENTITIES[entity]!) : null;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** Several pictures may have one name: the first of the HTML is the first of the files. */
function inlineUrls(inline: readonly InlineImage[], files: readonly Pick<Attachment, 'name' | 'url'>[]): Map<string, string> {
  const left = [...files];
  const urls = new Map<string, string>();
  for (const { contentId, name } of inline) {
    const at = left.findIndex((file) => file.name === name);
    if (at >= 0) urls.set(contentId, left.splice(at, 1)[0]!.url);
  }
  return urls;
}
