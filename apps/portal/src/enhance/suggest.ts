/** Long enough to skip most of a fast typist's beginnings, short enough to feel immediate. */
const PAUSE_IN_MS = 90;

type Suggestion = { question: string; url: string };

async function suggestionsFor(address: string, q: string, signal: AbortSignal): Promise<Suggestion[]> {
  const response = await fetch(`${address}?${new URLSearchParams({ q })}`, { signal, headers: { accept: 'application/json' } });
  if (!response.ok) return [];
  return ((await response.json()) as { suggestions: Suggestion[] }).suggestions;
}

/** The question with what was typed, where it stands in it as typed, made strong. */
function marked(question: string, typed: string): HTMLElement {
  const text = document.createElement('span');
  const at = question.toLowerCase().indexOf(typed.toLowerCase());
  if (at === -1) {
    text.textContent = question;
    return text;
  }
  const hit = document.createElement('strong');
  hit.textContent = question.slice(at, at + typed.length);
  text.append(question.slice(0, at), hit, question.slice(at + typed.length));
  return text;
}

/**
 * Makes the search field a combobox (WAI-ARIA 1.2, list autocomplete): arrows choose, Enter opens or searches, Escape closes. It also
 * asks in the middle of an input method's composition, whose letters the server understands. Without this script the form is a plain one.
 */
export function suggestWhileTyping(form: HTMLFormElement): void {
  const input = form.querySelector('input')!;
  const { suggest = '', label = '', count = '' } = form.dataset;
  const list = document.createElement('ul');
  const told = document.createElement('div');
  let timer = 0;
  let asking = new AbortController();
  let lastAsked = '';
  let chosen = -1;
  let stepsAhead = 0;

  list.className = 'suggestions';
  list.id = 'suggestions';
  list.hidden = true;
  list.role = 'listbox';
  list.ariaLabel = label;
  told.className = 'unseen';
  told.role = 'status';
  form.append(list, told);
  input.role = 'combobox';
  input.ariaAutoComplete = 'list';
  input.ariaExpanded = 'false';
  input.setAttribute('aria-controls', list.id);

  const options = () => [...list.children] as HTMLElement[];
  const choose = (index: number) => {
    chosen = index;
    for (const [i, option] of options().entries()) option.ariaSelected = String(i === index);
    if (index < 0) return input.removeAttribute('aria-activedescendant');
    input.setAttribute('aria-activedescendant', options()[index]!.id);
    options()[index]!.scrollIntoView({ block: 'nearest' });
  };
  const show = (suggestions: Suggestion[]) => {
    list.replaceChildren(
      ...suggestions.map(({ question, url }, i) => {
        const option = document.createElement('li');
        option.id = `suggestion-${i}`;
        option.role = 'option';
        option.append(marked(question, lastAsked));
        // Before the field loses the focus, which would close the list.
        option.addEventListener('pointerdown', (event) => event.preventDefault());
        option.addEventListener('click', () => location.assign(url));
        option.dataset.href = url;
        return option;
      }),
    );
    choose(-1);
    list.hidden = suggestions.length === 0;
    input.ariaExpanded = String(suggestions.length > 0);
    told.textContent = suggestions.length > 0 ? count.replace('%', String(suggestions.length)) : '';
  };
  const close = () => {
    clearTimeout(timer);
    asking.abort();
    lastAsked = '';
    show([]);
  };
  const ask = async () => {
    const q = input.value.trim();
    if (q === lastAsked) return;
    asking.abort();
    asking = new AbortController();
    lastAsked = q;
    if (q === '') return show([]);
    // A newer question took its place, or the network is away: the form itself still works.
    await suggestionsFor(suggest, q, asking.signal).then(show, () => undefined);
  };
  /** Opens the closed list at its first question; arrows pressed while it is on its way are walked when it is there. */
  const open = async () => {
    stepsAhead += 1;
    if (stepsAhead > 1) return;
    lastAsked = '';
    await ask();
    if (!list.hidden) choose(Math.min(stepsAhead, list.children.length) - 1);
    stepsAhead = 0;
  };

  input.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, PAUSE_IN_MS);
  });
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    // Keys of an input method that is still composing are its own.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' && list.hidden && input.value.trim() !== '') {
      void open();
      return event.preventDefault();
    }
    if (list.hidden) return;
    const last = options().length - 1;
    if (event.key === 'ArrowDown') choose(chosen >= last ? 0 : chosen + 1);
    else if (event.key === 'ArrowUp') choose(chosen <= 0 ? last : chosen - 1);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && chosen >= 0) location.assign(options()[chosen]!.dataset.href!);
    else return;
    event.preventDefault();
  });
}
