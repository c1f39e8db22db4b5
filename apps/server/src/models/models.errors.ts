import { refusal } from '../platform/http/refusal.ts';

/** Switched on without an address or a model. */
export const modelIncomplete = refusal('model.incomplete', 409);
/** http, or a private address, that the installation does not allow (MADOGUCHI_MODEL_HOSTS). */
export const modelAddressRefused = refusal('model.address_refused', 409);
/** The server's own embedding model is chosen, and the installation names no folder (MADOGUCHI_EMBEDDING_FOLDER). */
export const localModelMissing = refusal('model.no_folder', 409);
