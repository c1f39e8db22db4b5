const paths = {
  chat: 'M21 11.5A8.4 8.4 0 0 1 9 19l-6 2 2-5.6a8.5 8.5 0 1 1 16-3.9Z',
  close: 'm6 6 12 12m0-12L6 18',
  down: 'm6 9 6 6 6-6',
  back: 'm15 5-7 7 7 7',
  next: 'm9 5 7 7-7 7',
  send: 'M12 20V5m-6 6 6-6 6 6',
  attach: 'm20 11.5-8.2 8.2a5.2 5.2 0 0 1-7.4-7.4l8.5-8.5a3.5 3.5 0 0 1 5 5l-8.4 8.4a1.8 1.8 0 0 1-2.5-2.5l7.7-7.7',
  emoji: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18Zm-4-7s1 2 4 2 4-2 4-2M9 9.5h.01m6 0h.01',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14Zm9 2-4-4',
  file: 'M14 3H6v18h12V7l-4-4Zm0 0v4h4',
  check: 'm5 12 5 5 9-10',
  person: 'M12 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4 21a8 8 0 0 1 16 0',
  out: 'M14 4h6v6m0-6-9 9m7 1v6H4V6h6',
};
export type IconName = keyof typeof paths;

/** A line drawing beside words or inside a labelled button; it says nothing by itself. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
);
