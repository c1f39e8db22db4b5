/** Elements that carry no words of the text: Word's own data, styles, scripts, comments of reviewers. */
const NOISE =
  'style,script,meta,link,title,xml,noscript,template,svg,math,form,input,button,[style*="mso-element:comment"],[style*="display:none"],[style*="mso-hide:all"]';

/**
 * HTML from a clipboard as plain HTML: Word's imitated lists become lists, Google Docs' wrapper and style sheets' bold become what they
 * mean, everything empty or foreign goes. What the editor has no form for is dropped afterwards by its schema.
 */
export function cleanPastedHtml(html: string): string {
  const page = new DOMParser().parseFromString(html.replace(/<!--\[if[\s\S]*?<!\[endif\]-->/g, ''), 'text/html');
  const { body } = page;
  // Google Docs puts the whole text into a <b> that is not bold.
  for (const wrapper of body.querySelectorAll<HTMLElement>('b[id^="docs-internal-guid"], b[style*="font-weight:normal"]'))
    wrapper.replaceWith(...wrapper.childNodes);
  for (const line of body.querySelectorAll('p[style*="mso-list"]')) listItemFrom(line, page);
  for (const noise of body.querySelectorAll(NOISE)) noise.remove();
  for (const span of body.querySelectorAll<HTMLElement>('span[style]')) meant(span, page);
  for (const element of body.querySelectorAll('*')) if (element.tagName.includes(':')) element.replaceWith(...element.childNodes);
  // Pictures on the writer's own disk, which nobody else can see.
  for (const image of body.querySelectorAll('img')) if (!/^(?:https?:|\/(?!\/))/i.test(image.getAttribute('src') ?? '')) image.remove();
  for (const heading of body.querySelectorAll('h1,h5,h6')) renamed(heading, heading.tagName === 'H1' ? 'h2' : 'h4', page);
  for (const cell of body.querySelectorAll('td,th')) {
    cell.removeAttribute('rowspan');
    cell.removeAttribute('colspan');
  }
  for (const empty of body.querySelectorAll('p,li,h2,h3,h4'))
    if (!empty.querySelector('img,br,iframe') && !empty.textContent?.trim()) empty.remove();
  for (const line of body.querySelectorAll('p')) if (!line.textContent?.trim() && !line.querySelector('img,iframe')) line.remove();
  return body.innerHTML;
}

/** `mso-list:l0 level2 lfo1`: a paragraph that Word draws as an item of a list, its mark being part of the text. */
function listItemFrom(line: Element, page: Document): void {
  const level = Number(/level(\d)/.exec(line.getAttribute('style') ?? '')?.[1] ?? 1);
  const mark = line.querySelector('[style*="mso-list:Ignore"],[style*="mso-list: Ignore"]');
  const ordered = /^\s*[(（]?[\dA-Za-z①-⑳]{1,4}[.)）．]?\s*$/u.test(mark?.textContent ?? '') && !/^\s*o\s*$/.test(mark?.textContent ?? '');
  mark?.remove();
  const item = page.createElement('li');
  item.append(...line.childNodes);
  let list = line.previousElementSibling;
  if (!list?.hasAttribute('data-pasted-list')) {
    list = newList(page, ordered);
    line.before(list);
  }
  for (let depth = 1; depth < level; depth += 1) list = innerList(list, page, ordered);
  list.append(item);
  line.remove();
}

function newList(page: Document, ordered: boolean): Element {
  const list = page.createElement(ordered ? 'ol' : 'ul');
  list.setAttribute('data-pasted-list', '');
  return list;
}

/** The list inside the last item, made when there is none. */
function innerList(list: Element, page: Document, ordered: boolean): Element {
  const last = list.lastElementChild ?? list.appendChild(page.createElement('li'));
  const inner = last.lastElementChild;
  return inner?.hasAttribute('data-pasted-list') ? inner : last.appendChild(newList(page, ordered));
}

/** A span whose style makes it bold or struck through, as the element that says so. */
function meant(span: HTMLElement, page: Document): void {
  const bold = /^(?:bold|[6-9]\d\d)$/.test(span.style.fontWeight) && !span.closest('b,strong,h1,h2,h3,h4,h5,h6,th');
  const struck = span.style.textDecoration.includes('line-through');
  if (bold) renamed(span, 'strong', page);
  else if (struck) renamed(span, 's', page);
}

function renamed(element: Element, name: string, page: Document): void {
  const other = page.createElement(name);
  other.append(...element.childNodes);
  element.replaceWith(other);
}
