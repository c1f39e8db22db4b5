import { agents, demoPassword } from '../../fixtures/agents.ts';
import type { App } from './app.ts';
import type { Config } from './config.ts';

/** What a newcomer sees in the terminal: where to go, and how to sign in. */
export async function welcome({ http, isEmpty }: App, config: Config): Promise<void> {
  if (!config.roles.web) return void console.log('Madoguchi 窓口 — worker is running');
  const address = http.server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  const base = config.publicUrl ?? `http://localhost:${port}`;
  const lines = ['', '  Madoguchi 窓口', ''];
  if (await isEmpty()) {
    lines.push(
      `  Open ${base}/desk/ to create the owner of this installation.`,
      `  最初に ${base}/desk/ を開いて、管理者を登録してください。`,
    );
  } else {
    if (config.demo) lines.push(`  Shop with messenger   ${base}/demo`);
    lines.push(`  Desk (担当者画面)     ${base}/desk/`, `  Help center           ${base}/help`);
    if (config.demo) {
      lines.push('', `  Demo sign-ins (password: ${demoPassword})`);
      for (const { email, name, role } of agents) lines.push(`    ${email.padEnd(34)} ${role.padEnd(11)} ${name}`);
    }
  }
  console.log([...lines, ''].join('\n'));
}
