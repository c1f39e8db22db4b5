import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const styles = join(import.meta.dirname, '../src/styles');
const tokens = join(import.meta.dirname, '../../../packages/look/tokens.css');

/**
 * Brings the tokens into the shadow root as small as can be: what never changes (space, type, corners) is written in place,
 * and of the colors only those that are used remain, each once with its light and dark value.
 * They stand on the messenger's own element `.m`, because a page could override what stands on `:host`.
 */
export function ownTokens(): Plugin {
  return {
    name: 'own-tokens',
    enforce: 'pre',
    transform: {
      filter: { id: /styles\/messenger\.css/ },
      handler(css) {
        const own = css.replace(/@import "\.\/(.+)";/g, (_, file: string) => {
          this.addWatchFile(join(styles, file));
          return readFileSync(join(styles, file), 'utf8');
        });
        const { colors, constants } = readTokens(readFileSync(tokens, 'utf8'));
        return {
          code: inPlace(
            own.replace(/@import ".+tokens\.css";/, () => colorSheet(colors, own)),
            constants,
          ),
          map: null,
        };
      },
    },
  };
}

type Tokens = { constants: Map<string, string>; colors: Map<string, [light: string, dark: string]> };

/** Reads the light values and, where they differ, the dark ones. */
export function readTokens(css: string): Tokens {
  const [base, dark] = [/:root,\s*:host\s*\{([^}]*)\}/, /:root\[data-theme="dark"\],\s*:host\(\[data-theme="dark"\]\)\s*\{([^}]*)\}/].map(
    (block) => block.exec(css)?.[1],
  );
  if (!base || !dark) throw new Error('packages/look/tokens.css has a new shape: teach build/own-tokens.ts');
  const [light, other] = [declarations(base), declarations(dark)];
  const changing = [...light].filter(([name, value]) => other.has(name) && /^#/.test(value));
  return {
    colors: new Map(changing.map(([name, value]) => [name, [value, other.get(name) ?? value]])),
    constants: new Map([...light].filter(([name]) => !changing.some(([other]) => other === name))),
  };
}

const declarations = (block: string) =>
  new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] as string, match[2] as string]));

/** One rule with the colors that `own` styles name. */
export function colorSheet(colors: Tokens['colors'], own: string): string {
  const used = [...colors].filter(([name]) => own.includes(`var(${name})`));
  return `.m { color-scheme: light dark; ${used.map(([name, [light, dark]]) => `${name}: light-dark(${light}, ${dark});`).join(' ')} }`;
}

/** Writes constant tokens where they are used. */
export function inPlace(css: string, constants: Tokens['constants']): string {
  return css.replace(/var\((--[\w-]+)\)/g, (whole, name: string) => constants.get(name) ?? whole);
}
