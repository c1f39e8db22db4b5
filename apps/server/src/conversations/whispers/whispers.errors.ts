import { refusal } from '../../platform/http/refusal.ts';

/** Member `assignee`: who has the conversation, or null. */
export const whisperRefused = refusal('whisper.refused', 409);
/** Only whoever it was said to answers it, or says that they have read it. */
export const whisperNotYours = refusal('whisper.not_yours', 409);
