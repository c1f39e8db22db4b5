import { makeStore } from '../ui/store.ts';

export const keyHelpStore = makeStore(false);

export const openKeyHelp = () => keyHelpStore.set(true);
export const closeKeyHelp = () => keyHelpStore.set(false);
