import type { ComponentChildren } from 'preact';

/** A link that leaves the customer's page where it is. */
export const Out = (props: { href: string; class?: string; title?: string; children: ComponentChildren }) => (
  <a target="_blank" rel="noopener nofollow" {...props} />
);
