import { linksOf } from '../links.ts';
import type { ErrorModel, PageModel } from '../models.ts';
import { wordsIn } from '../words.ts';

/** A model as the parts of a page take it: with the words of its language and the addresses around it. */
export type Page<M extends PageModel | ErrorModel = PageModel> = M & { t: ReturnType<typeof wordsIn>; links: ReturnType<typeof linksOf> };

export const pageOf = <M extends PageModel | ErrorModel>(model: M): Page<M> => ({
  ...model,
  t: wordsIn(model.locale),
  links: linksOf(model.base, model.locale),
});
