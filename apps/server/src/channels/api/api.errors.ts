import { refusal } from '../../platform/http/refusal.ts';
import type { SignatureFault } from './api.signature.ts';

export const signatureRefused = (fault: SignatureFault) => refusal(fault, 401)();
/** Member `errors`: path and message of each. Nothing of the post was kept. */
export const postRefused = refusal('request.invalid', 400);
