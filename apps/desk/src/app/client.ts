import { createClient } from '@madoguchi/client/client.ts';

/** The server is on the same origin; the session cookie goes along by itself. */
export const { call, upload } = createClient({ baseUrl: '' });
