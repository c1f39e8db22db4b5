import { configurationKind } from '@madoguchi/contract/configuration.ts';
import type { Kind } from '../configuration.types.ts';
import { deskKinds } from './desk.kinds.ts';
import { houseKinds } from './house.kinds.ts';
import { knowledgeKinds } from './knowledge.kinds.ts';
import { safetyKinds } from './safety.kinds.ts';
import { routingKinds, workKinds } from './work.kinds.ts';

const known = [...houseKinds, ...routingKinds, ...deskKinds, ...workKinds, ...knowledgeKinds, ...safetyKinds];

/** Every kind, in the order in which they are written: what another one refers to comes before it. */
export const KINDS: readonly Kind[] = configurationKind.options.map((name) => known.find((kind) => kind.name === name)!);
