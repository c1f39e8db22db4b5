import { newId } from '../../src/platform/ids/ids.ts';

/** What the routes are asked about: ids of one workspace. */
export type World = Record<
  | 'conversation'
  | 'message'
  | 'agent'
  | 'team'
  | 'role'
  | 'inbox'
  | 'article'
  | 'customer'
  | 'cannedResponse'
  | 'companyWord'
  | 'synonym'
  | 'brand'
  | 'checkedQuestion'
  | 'flow'
  | 'apiKey'
  | 'articleImport'
  | 'attachment'
  | 'session'
  | 'payload'
  | 'calendar'
  | 'policy'
  | 'queue'
  | 'skill'
  | 'offer'
  | 'standIn'
  | 'rule'
  | 'block'
  | 'chatKey'
  | 'formKey'
  | 'email',
  string
>;
/** How a route is called: `of` a world, so that the same question can be asked about another company's things. */
export type Inputs = Record<string, (of: World) => Input>;
export type Input = { url: string; body?: object; file?: { name: string; bytes: Buffer } };

/** Ids that look right and belong to nobody. */
export const nowhere = (keys: Pick<World, 'chatKey' | 'formKey' | 'email'>): World => ({
  conversation: newId('cnv'),
  message: newId('msg'),
  agent: newId('agt'),
  team: newId('tem'),
  role: newId('rol'),
  inbox: newId('ibx'),
  article: newId('art'),
  customer: newId('cus'),
  cannedResponse: newId('can'),
  companyWord: newId('cwd'),
  synonym: newId('syn'),
  brand: newId('brd'),
  checkedQuestion: newId('chq'),
  flow: newId('flw'),
  apiKey: newId('key'),
  articleImport: newId('imp'),
  attachment: newId('att'),
  payload: newId('pay'),
  calendar: newId('cal'),
  policy: newId('slp'),
  queue: newId('que'),
  skill: newId('skl'),
  offer: newId('ofr'),
  standIn: newId('sti'),
  rule: newId('aur'),
  block: newId('blk'),
  session: 'session-of-nobody',
  ...keys,
});
