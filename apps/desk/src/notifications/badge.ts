/** The number on the installed app's icon, where the system shows one. */
export function showBadge(unread: number): void {
  if (!('setAppBadge' in navigator)) return;
  const shown = unread > 0 ? navigator.setAppBadge(unread) : navigator.clearAppBadge();
  // A browser that shows no badges for a page that is not installed says so here.
  shown.catch(() => {});
}
