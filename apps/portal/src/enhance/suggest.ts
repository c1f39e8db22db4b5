const PAUSE_IN_MS = 220;
const MOST = 6;

type Hit = { title: string; href: string };

/** The articles of the search page for a question: the same page that the form would open, read instead of shown. */
async function hitsFor(form: HTMLFormElement, q: string, signal: AbortSignal): Promise<Hit[]> {
  const response = await fetch(`${form.action}?${new URLSearchParams({ q })}`, { signal });
  if (!response.ok) return [];
  const page = new DOMParser().parseFromString(await response.text(), 'text/html');
  return [...page.querySelectorAll('a[data-hit]')]
    .slice(0, MOST)
    .map((link) => ({ title: link.querySelector('strong')?.textContent ?? '', href: link.getAttribute('href') ?? '' }));
}

/** Makes the search field a combobox (WAI-ARIA): arrows choose, Enter opens or searches, Escape closes. */
export function suggestWhileTyping(form: HTMLFormElement): void {
  const input = form.querySelector('input')!;
  const list = document.createElement('ul');
  let timer = 0;
  let asked = new AbortController();
  let chosen = -1;

  list.className = 'suggestions';
  list.id = 'suggestions';
  list.hidden = true;
  list.role = 'listbox';
  list.ariaLabel = form.dataset.suggest ?? '';
  form.append(list);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);

  const options = () => [...list.children] as HTMLElement[];
  const choose = (index: number) => {
    chosen = index;
    for (const [i, option] of options().entries()) option.ariaSelected = String(i === index);
    if (index < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', options()[index]!.id);
  };
  const show = (hits: Hit[]) => {
    list.replaceChildren(
      ...hits.map(({ title, href }, i) => {
        const option = document.createElement('li');
        option.id = `suggestion-${i}`;
        option.role = 'option';
        option.textContent = title;
        // Before the field loses the focus, which would close the list.
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => location.assign(href));
        option.dataset.href = href;
        return option;
      }),
    );
    choose(-1);
    list.hidden = hits.length === 0;
    input.ariaExpanded = String(hits.length > 0);
  };
  const close = () => {
    clearTimeout(timer);
    asked.abort();
    show([]);
  };
  const ask = async () => {
    asked.abort();
    asked = new AbortController();
    const q = input.value.trim();
    if ([...q].length < 2) return show([]);
    // A newer question took its place, or the network is away: the form itself still works.
    await hitsFor(form, q, asked.signal).then(show, () => undefined);
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE_IN_MS);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    // Keys of an input method that is still composing are its own.
    if (event.isComposing || list.hidden) return;
    const last = options().length - 1;
    if (event.key === 'ArrowDown') choose(chosen >= last ? 0 : chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen <= 0 ? last : chosen - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) location.assign(options()[chosen]!.dataset.href!);
    else return;
    event.preventDefault();
  });
}
