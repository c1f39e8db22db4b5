import { router } from './router.tsx';

/** Goes where a pressed notification leads: an address of the desk as the browser writes it. */
function openFrom({ data }: MessageEvent<unknown>): void {
  const { type, path } = (data ?? {}) as { type?: unknown; path?: unknown };
  if (type !== 'open' || typeof path !== 'string' || !path.startsWith('/desk/')) return;
  void router.navigate({ href: path.slice('/desk'.length) });
}

/** The worker that shows what is pushed and opens the app without a network. Nothing waits for it, and a page without one works as well. */
export function startServiceWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  navigator.serviceWorker.addEventListener('message', openFrom);
  const register = () => void navigator.serviceWorker.register('/desk/sw.js', { scope: '/desk/' }).catch(() => {});
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
