import { arrangeCategories as arrangeContract } from '@madoguchi/contract/article-categories.ts';
import { locale } from '@madoguchi/contract/common.ts';
import { createSynonym as createSynonymContract } from '@madoguchi/contract/knowledge.ts';
import { z } from 'zod';
import { arrangeCategories } from '../../knowledge/categories/categories.commands.ts';
import { placedCategories } from '../../knowledge/categories/categories.queries.ts';
import { addSynonyms, changeSynonyms, removeSynonyms } from '../../knowledge/own-synonyms/synonyms.commands.ts';
import { listSynonyms } from '../../knowledge/own-synonyms/synonyms.queries.ts';
import { isSame } from '../canonical.rules.ts';
import type { Kind } from '../configuration.types.ts';
import { manyOf, oneOf } from './make-kind.ts';

const places = arrangeContract.body.shape.items;
const categoriesShape = z.object({ ja: places.default([]), en: places.default([]) });

/** What surrounds the articles. They themselves are content, and have files of their own. */
export const knowledgeKinds: Kind[] = [
  manyOf({
    name: 'synonyms',
    shape: createSynonymContract.body,
    keyOf: ({ words }) => (Array.isArray(words) ? String(words[0]) : ''),
    removesFirst: true,
    list: (ctx, tx) => listSynonyms(tx, ctx.viewer.workspaceId),
    idOf: ({ id }) => id,
    create: (ctx, { words }) => addSynonyms(ctx, words),
    update: (ctx, id, { words }) => changeSynonyms(ctx, id, words),
    remove: removeSynonyms,
  }),
  oneOf({
    name: 'article-categories',
    shape: categoriesShape,
    read: async (ctx, tx) => ({
      ja: await placedCategories(tx, ctx.viewer.workspaceId, 'ja'),
      en: await placedCategories(tx, ctx.viewer.workspaceId, 'en'),
    }),
    write: async (ctx, wanted) => {
      for (const one of locale.options) {
        const before = await ctx.transaction((tx) => placedCategories(tx, ctx.viewer.workspaceId, one));
        if (!isSame(before, wanted[one])) await arrangeCategories(ctx, one, wanted[one]);
      }
    },
  }),
];
