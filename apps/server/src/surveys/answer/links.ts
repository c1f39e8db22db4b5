import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Keys } from '../../platform/secrets/keys.ts';
import type { SurveyLinks } from '../surveys.types.ts';

const BYTES = 16;

export function makeSurveyLinks(keys: Keys): SurveyLinks {
  const key = keys.derive('survey-links');
  const mac = (workspaceId: string, id: string): string =>
    createHmac('sha256', key).update(`${workspaceId}:${id}`).digest().subarray(0, BYTES).toString('base64url');
  return {
    wordOf: (workspaceId, surveyId) => `${surveyId.slice('srv_'.length)}-${mac(workspaceId, surveyId)}`,
    // Compares in constant time, and the letters: several spell the same bytes.
    read(workspaceId, word) {
      const found = /^([0-9a-z]{26})-([\w-]{22})$/.exec(word);
      if (!found) return null;
      const surveyId = `srv_${found[1]}`;
      return timingSafeEqual(Buffer.from(found[2]!), Buffer.from(mac(workspaceId, surveyId))) ? surveyId : null;
    },
  };
}
