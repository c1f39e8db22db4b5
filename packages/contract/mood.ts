import { idParam } from './common.ts';
import { conversation } from './conversations.ts';
import { endpoint } from './endpoint.ts';

export const takeMoodAway = endpoint('DELETE', '/api/conversations/:id/mood', {
  summary:
    'Say that the customer is not angry or displeased, whatever their words looked like; what they write from then on is judged anew',
  params: idParam('cnv'),
  response: conversation,
});
