// The desk's service worker: shows what is pushed, and opens the app without a network. It keeps the app's own files and nothing else:
// whatever is of a customer, or asked of /api, never passes through here.
const SHELL = 'madoguchi-shell-1';
const HOME = '/desk/';
const ASSETS = '/desk/assets/';
/** Files of builds that are gone make room. */
const MOST_FILES = 300;

self.addEventListener('install', (event) => {
  event.waitUntil(
    (async () => {
      const page = await fetch(HOME, { cache: 'no-cache' });
      if (!page.ok) return;
      const shell = await caches.open(SHELL);
      await shell.put(HOME, page.clone());
      const files = [...(await page.text()).matchAll(/(?:src|href)="(\/desk\/[\w./-]+)"/g)].map(([, path]) => path);
      await Promise.all(files.map((path) => shell.add(path).catch(() => {})));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== self.location.origin || !url.pathname.startsWith(HOME)) return;
  if (request.mode === 'navigate') event.respondWith(pageOf(request));
  else if (url.pathname.startsWith(ASSETS)) event.respondWith(fileOf(request));
  else event.respondWith(fetch(request).catch(async () => (await caches.match(request)) ?? Response.error()));
});

/** One page for all addresses, as the server has it; the kept one only where there is no network. */
async function pageOf(request) {
  try {
    const page = await fetch(request);
    if (page.ok && page.headers.get('content-type')?.startsWith('text/html')) await (await caches.open(SHELL)).put(HOME, page.clone());
    return page;
  } catch (error) {
    const kept = await caches.match(HOME);
    if (kept) return kept;
    throw error;
  }
}

/** Files whose name is that of their content never change. */
async function fileOf(request) {
  const kept = await caches.match(request);
  if (kept) return kept;
  const file = await fetch(request);
  if (!file.ok) return file;
  const shell = await caches.open(SHELL);
  await shell.put(request, file.clone());
  const all = await shell.keys();
  await Promise.all(all.slice(0, Math.max(0, all.length - MOST_FILES)).map((one) => shell.delete(one)));
  return file;
}

const windows = async () => (await self.clients.matchAll({ type: 'window' })).filter(({ url }) => new URL(url).pathname.startsWith(HOME));

self.addEventListener('push', (event) => {
  let told = null;
  try {
    told = event.data?.json() ?? null;
  } catch {
    // What is not ours says nothing.
  }
  if (!told?.title) return;
  event.waitUntil(
    (async () => {
      if (told.unread > 0) await self.navigator.setAppBadge?.(told.unread).catch(() => {});
      await self.registration.showNotification(told.title, {
        body: told.body,
        tag: told.tag,
        renotify: true,
        lang: told.locale,
        icon: '/desk/icon-192.png',
        badge: '/desk/badge-96.png',
        data: { path: told.path },
      });
    })(),
  );
});

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const path = event.notification.data?.path;
  const to = typeof path === 'string' && path.startsWith(HOME) ? path : HOME;
  event.waitUntil(
    (async () => {
      const open = await windows();
      const here = open.find(({ focused }) => focused) ?? open.find(({ visibilityState }) => visibilityState === 'visible') ?? open[0];
      if (!here) return self.clients.openWindow(to);
      // The page goes there itself, so that nothing written is lost.
      here.postMessage({ type: 'open', path: to });
      return here.focus().catch(() => {});
    })(),
  );
});

// The browser changed its subscription: the server is told of the new one.
self.addEventListener('pushsubscriptionchange', (event) => {
  event.waitUntil(
    (async () => {
      const options = event.oldSubscription?.options;
      const fresh = event.newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
      if (!fresh) return;
      const { endpoint, keys } = fresh.toJSON();
      await fetch('/api/push-devices', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ endpoint, keys }),
      });
    })(),
  );
});
