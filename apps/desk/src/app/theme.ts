import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  localStorageColorSchemeManager,
  type MantineColorSchemeManager,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** One meaning, one colour: every Mantine shade of a colour is our token, which itself knows light and dark. */
const meanings = ['accent', 'danger', 'warning', 'success', 'bot'] as const;
const tuple = (name: string): MantineColorsTuple => Array.from({ length: 10 }, () => `var(--${name})`) as unknown as MantineColorsTuple;

/** Mantine's own shades of dark, lightest first, spoken in our tokens: text, borders, hover, fields, page, ground. */
const dark = ['ink', 'ink-2', 'ink-3', 'ink-3', 'line-strong', 'hover', 'surface-2', 'surface', 'ground', 'ground'].map(
  (name) => `var(--${name})`,
) as unknown as MantineColorsTuple;

const variantColorResolver: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input);
  return input.variant === 'filled' ? { ...colors, color: 'var(--on-accent)' } : colors;
};

export const theme = createTheme({
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font)', fontWeight: '600' },
  primaryColor: 'accent',
  colors: { ...Object.fromEntries(meanings.map((name) => [name, tuple(name)])), dark },
  variantColorResolver,
  defaultRadius: 'md',
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '8px', xl: '16px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '24px', xl: '32px' },
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.5', lg: '1.6', xl: '1.6' },
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // A button without a ground of its own gets none by being of no use just now: it would stand out from those that work.
    ActionIcon: {
      styles: (_theme: unknown, { variant, disabled }: { variant?: string; disabled?: boolean }) =>
        variant === 'subtle' && disabled ? { root: { backgroundColor: 'transparent' } } : {},
    },
    Modal: {
      styles: { title: { fontWeight: 600 } },
      defaultProps: { centered: true, transitionProps: { duration: 120 }, overlayProps: { backgroundOpacity: 0.35 } },
    },
    Drawer: { defaultProps: { transitionProps: { duration: 150 }, overlayProps: { backgroundOpacity: 0.35 } } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, withinPortal: true } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { duration: 120 }, color: 'var(--ink)', withArrow: false } },
  },
});

const meaningVariables = Object.fromEntries(
  meanings.flatMap((name) => {
    const soft = `var(--${name}-soft)`;
    const text = name === 'accent' ? 'var(--accent-text)' : `var(--${name})`;
    const key = `--mantine-color-${name}`;
    return [
      [`${key}-text`, text],
      [`${key}-filled`, `var(--${name})`],
      [`${key}-filled-hover`, `color-mix(in srgb, var(--${name}), var(--ink) 14%)`],
      [`${key}-light`, soft],
      [`${key}-light-hover`, `color-mix(in srgb, ${soft}, var(--${name}) 8%)`],
      [`${key}-light-color`, text],
      [`${key}-outline`, text],
      [`${key}-outline-hover`, soft],
    ];
  }),
);

const surfaceVariables = {
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-bright': 'var(--ink)',
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-dimmed': 'var(--ink-3)',
  '--mantine-color-placeholder': 'var(--ink-3)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-success': 'var(--success)',
  '--mantine-color-anchor': 'var(--accent-text)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-gray-light': 'var(--surface-2)',
  '--mantine-color-disabled': 'var(--hover)',
  '--mantine-color-disabled-color': 'var(--ink-3)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
};

/** Mantine's variables, spoken in our tokens: both schemes get the same words because the tokens switch by themselves. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...surfaceVariables, ...meaningVariables },
  dark: { ...surfaceVariables, ...meaningVariables },
});

const stored = localStorageColorSchemeManager({ key: 'madoguchi.theme' });

/** Keeps the tokens' `data-theme` in step with Mantine's own attribute; boot.js does the same before the first paint. */
export const colorSchemeManager: MantineColorSchemeManager = {
  ...stored,
  set: (value) => {
    stored.set(value);
    if (value === 'auto') delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = value;
  },
};
