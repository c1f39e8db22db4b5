import type { Action } from '@madoguchi/contract/actions.ts';
import { cannedResponses } from '../../../../fixtures/canned-responses.ts';
import { createMacro } from '../automation/macros/macros.commands.ts';
import { createCannedResponse } from '../canned-responses/canned-responses.commands.ts';
import { noFiles } from '../canned-responses/canned-responses.queries.ts';
import { createTextFolder } from '../canned-responses/folders/folders.commands.ts';
import type { Ctx } from '../platform/ctx.ts';

/** Which of the shop's texts lie in a folder. */
const FOLDERS: Readonly<Record<string, readonly string[]>> = { 配送: ['chien', 'todoke'], 返品と交換: ['henpin', 'hason'] };

/** What shows the finer arts: a part for some only, and a blank that is asked for. */
const asking = {
  shortcut: 'todoke',
  title: 'お届け日のご案内',
  locale: 'ja' as const,
  text: `{{customer.greeting}}

お待たせしております。ご注文の品は{{?お届け日}}にお届けの予定です。
{{#if hours is closed}}
ただいま営業時間外のため、追加のご質問へのお返事は翌営業日になります。
{{/if}}

{{workspace.name}} {{agent.name}}`,
};

const returns: Action[] = [
  {
    do: 'reply',
    text: '{{customer.greeting}}\n\n返品を承りました（受付番号：R-{{conversation.number}}）。{{?返送の期限}}までに、お届けした箱のままお送りください。\n\n{{workspace.name}} {{agent.name}}',
  },
  { do: 'add_tags', tags: ['返品'] },
  { do: 'set_status', status: 'waiting' },
];
const urgent: Action[] = [
  { do: 'set_priority', priority: 'urgent' },
  { do: 'add_tags', tags: ['至急'] },
  { do: 'note', text: '{{agent.name}}が確認しました。本日中にお返事が必要です。' },
];

/** Canned responses, in folders, and two macros: what the stories' agents write with. What is there already stays. */
export async function addTexts(ctx: Ctx): Promise<void> {
  const { workspaceId } = ctx.viewer;
  const there = await ctx.transaction(async (tx) => ({
    texts: await tx.selectFrom('canned_responses').select('title').where('workspace_id', '=', workspaceId).execute(),
    folders: await tx.selectFrom('text_folders').select(['id', 'name']).where('workspace_id', '=', workspaceId).execute(),
    macros: await tx.selectFrom('macros').select('name').where('workspace_id', '=', workspaceId).execute(),
  }));
  const folderOf = new Map<string, string>();
  for (const [name, shortcuts] of Object.entries(FOLDERS)) {
    const folder =
      there.folders.find((one) => one.name === name) ?? (await createTextFolder(ctx, { kind: 'canned', name, parentId: null }));
    for (const shortcut of shortcuts) folderOf.set(shortcut, folder.id);
  }
  const forEverybody = { owner: 'shared' as const, teamId: null };
  for (const one of [...cannedResponses, asking]) {
    if (there.texts.some(({ title }) => title === one.title)) continue;
    await createCannedResponse(ctx, noFiles, { ...one, ...forEverybody, folderId: folderOf.get(one.shortcut) ?? null, fileIds: [] });
  }
  for (const [name, actions] of [
    ['返品の受付', returns],
    ['至急として引き受ける', urgent],
  ] as const)
    if (!there.macros.some((macro) => macro.name === name))
      await createMacro(ctx, { name, actions, channels: [], inboxIds: [], ...forEverybody, folderId: null });
}
