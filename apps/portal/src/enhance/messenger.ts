declare global {
  interface Window {
    /** Offered by the messenger's script once it has run. */
    Madoguchi?: { open(): void };
  }
}

/** Shows what needs the messenger when it has come up; a page where it cannot run never promises it. */
export function offerMessenger(): void {
  const script = document.querySelector('script[data-inbox]');
  if (!script) return;
  const show = () => {
    if (!window.Madoguchi) return;
    for (const hidden of document.querySelectorAll<HTMLElement>('[data-needs-messenger]')) hidden.hidden = false;
  };
  for (const button of document.querySelectorAll('[data-open-messenger]')) button.addEventListener('click', () => window.Madoguchi?.open());
  if (window.Madoguchi) show();
  else script.addEventListener('load', show, { once: true });
}
