/** A film that an article may show: on a site from the allow-list, or a file of its own. */
export type Video = {
  site: 'youtube' | 'vimeo' | 'file';
  /** What a frame (a site) or a video element (a file) loads. */
  source: string;
};

const YOUTUBE = new Set(['youtube.com', 'www.youtube.com', 'm.youtube.com', 'www.youtube-nocookie.com']);
const YOUTUBE_ID = /^[\w-]{11}$/;

/** Where frames may come from, as a content security policy names them. */
export const FRAME_ORIGINS = ['https://www.youtube-nocookie.com', 'https://player.vimeo.com'] as const;

/**
 * What an address shows, or null when it is no video that may be embedded. Nothing of the address but the id (and Vimeo's hash) gets
 * into the frame's address, so an article cannot bring in anything else.
 */
export function videoOf(address: string): Video | null {
  if (!URL.canParse(address, 'https://same.invalid')) return null;
  const url = new URL(address, 'https://same.invalid');
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  if (/\.mp4$/i.test(url.pathname))
    return url.protocol === 'https:' && !address.startsWith('//') ? { site: 'file', source: address } : null;
  return youtube(url) ?? vimeo(url);
}

function youtube(url: URL): Video | null {
  const parts = url.pathname.split('/').filter(Boolean);
  const id =
    url.hostname === 'youtu.be'
      ? parts[0]
      : !YOUTUBE.has(url.hostname)
        ? undefined
        : parts[0] === 'watch'
          ? (url.searchParams.get('v') ?? undefined)
          : ['embed', 'shorts', 'live'].includes(parts[0] ?? '')
            ? parts[1]
            : undefined;
  return id && YOUTUBE_ID.test(id) ? { site: 'youtube', source: `${FRAME_ORIGINS[0]}/embed/${id}?rel=0` } : null;
}

function vimeo(url: URL): Video | null {
  if (!['vimeo.com', 'www.vimeo.com', 'player.vimeo.com'].includes(url.hostname)) return null;
  const found = /^\/(?:video\/)?(\d{1,12})(?:\/([\da-f]{6,20}))?\/?$/.exec(url.pathname);
  if (!found) return null;
  const hash = found[2] ?? /^[\da-f]{6,20}$/.exec(url.searchParams.get('h') ?? '')?.[0];
  return { site: 'vimeo', source: `${FRAME_ORIGINS[1]}/video/${found[1]}?dnt=1${hash ? `&h=${hash}` : ''}` };
}
