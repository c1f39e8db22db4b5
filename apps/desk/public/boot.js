// Runs before everything else. A file of its own: the page's policy allows no inline scripts.
(() => {
  // A dark desk never flashes white.
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

  // The policy also forbids making code out of strings: zod need not try it, and the console stays clean.
  globalThis.__zod_globalConfig = { jitless: true };
})();
