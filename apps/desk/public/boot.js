// Runs before the first paint, so that a dark desk never flashes white. A file of its own: the page allows no inline scripts.
(() => {
  const root = document.documentElement;
  let stored = null;
  try {
    stored = localStorage.getItem('madoguchi.theme');
  } catch {
    // Storage can be switched off; the system's own theme is used then.
  }
  const chosen = stored === 'light' || stored === 'dark' ? stored : null;
  if (chosen) root.dataset.theme = chosen;
  root.dataset.mantineColorScheme = chosen ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
})();
