export type WhyNoPush = 'notify.push_insecure' | 'notify.push_unsupported' | 'notify.push_denied' | 'notify.push_failed' | null;

/** Why this browser cannot be told anything when it is closed; null when it can. */
export function whyNoPush(): WhyNoPush {
  if (!window.isSecureContext) return 'notify.push_insecure';
  if (!('serviceWorker' in navigator) || !('PushManager' in window) || !('Notification' in window)) return 'notify.push_unsupported';
  return Notification.permission === 'denied' ? 'notify.push_denied' : null;
}

const base64url = (bytes: ArrayBuffer): string =>
  btoa(String.fromCharCode(...new Uint8Array(bytes)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

const HASH_CHARACTERS = 22;

/** How this browser's subscription is called among the devices; null when it has none. */
export async function hashHere(): Promise<string | null> {
  const registration = await navigator.serviceWorker?.getRegistration('/desk/');
  const subscription = await registration?.pushManager?.getSubscription();
  if (!subscription) return null;
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(subscription.endpoint));
  return base64url(digest).slice(0, HASH_CHARACTERS);
}

/** A subscription made with another installation's key is no use to this one, and is given up. */
const isWith = (subscription: PushSubscription, publicKey: string) =>
  subscription.options.applicationServerKey !== null && base64url(subscription.options.applicationServerKey) === publicKey;

/** Asks the person, then the browser's push service. Null when the person said no. @throws DOMException when the service is not to be reached */
export async function subscribeHere(publicKey: string): Promise<{ endpoint: string; keys: { p256dh: string; auth: string } } | null> {
  if ((await Notification.requestPermission()) !== 'granted') return null;
  const { pushManager } = await navigator.serviceWorker.ready;
  const before = await pushManager.getSubscription();
  if (before && !isWith(before, publicKey)) await before.unsubscribe();
  const subscription = await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey });
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint: endpoint ?? '', keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } };
}

/** This browser is told nothing any more. */
export async function unsubscribeHere(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration('/desk/');
  await (await registration?.pushManager.getSubscription())?.unsubscribe();
}
