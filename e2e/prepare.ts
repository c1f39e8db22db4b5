import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { updateWorkspace } from '@madoguchi/contract/workspaces.ts';
import { agents, fujiwara } from '../fixtures/agents.ts';
import { as, signIn } from './api.ts';
import { startProduct } from './product.ts';

/**
 * Before the first story: the demo shop is loaded once, everybody signs in, people answer at any hour, and a reply can be taken back for as
 * long as the settings allow, so that no story depends on when and how fast it is told. Every product of the stories begins with a copy of
 * this home.
 */
export default async function prepare(): Promise<() => void> {
  const product = await startProduct();
  process.env.MADOGUCHI_E2E_HOME = product.home;
  for (const agent of agents) writeFileSync(join(product.home, `${agent.key}.session`), await signIn(product.base, agent));
  await as(product, fujiwara).call(updateWorkspace, { body: { businessHours: null, undoSendSeconds: 30 } });
  await product.quit();
  return () => rmSync(product.home, { recursive: true, force: true });
}
