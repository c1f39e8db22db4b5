import type { Page } from '@playwright/test';
import axe from 'axe-core';

/**
 * What keeps people with a keyboard, a screen reader or weak eyes from using what is on screen: axe's serious and critical findings, in
 * shadow roots too, one line each.
 */
export async function barriersOn(page: Page, within = 'html'): Promise<string[]> {
  await page.evaluate(axe.source);
  return page.evaluate(async (selector) => {
    const { violations, passes } = await window.axe.run(selector);
    if (passes.length === 0) throw new Error(`axe found nothing to look at in ${selector}`);
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')} – ${failureSummary}`));
  }, within);
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
