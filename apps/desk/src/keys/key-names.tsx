import css from './keys.module.css';

const isApple = /Mac|iPhone|iPad/.test(navigator.platform);

const signs: Record<string, string> = {
  mod: isApple ? '⌘' : 'Ctrl',
  shift: isApple ? '⇧' : 'Shift',
  alt: isApple ? '⌥' : 'Alt',
  enter: '↵',
  escape: 'Esc',
  arrowdown: '↓',
  arrowup: '↑',
};

const nameOf = (key: string) => signs[key] ?? (key.length === 1 ? key.toUpperCase() : key);

/** The keys as one text, for tooltips: ⌘↵ · G N */
export const keysText = (keys: string): string =>
  keys
    .split(' ')
    .map((press) =>
      press
        .split('+')
        .map(nameOf)
        .join(isApple ? '' : '+'),
    )
    .join(' ');

/** The keys of an action, as caps. */
export function Keys({ keys }: { keys: string }) {
  return (
    <span className={css.keys}>
      {keys.split(' ').map((press, index) => (
        <kbd key={`${press}${String(index)}`} className={css.key}>
          {press
            .split('+')
            .map(nameOf)
            .join(isApple ? '' : '+')}
        </kbd>
      ))}
    </span>
  );
}
