import { type Headers, header } from '../mime/headers.ts';

const LIST_HEADERS = [
  'list-id',
  'list-post',
  'list-unsubscribe',
  'list-owner',
  'mailing-list',
  'x-mailing-list',
  'x-ml-name',
  'x-ml-info',
  'x-mlserver',
  'x-mailman-version',
  'x-listname',
  'x-loop-list',
];

/** Did a list or a bulk mailing distribute the mail (RFC 2369, 2919, and what fml, QuickML and freeml write)? */
export const isMailingList = (headers: Headers): boolean =>
  LIST_HEADERS.some((name) => header(headers, name) !== '') || /^(?:list|bulk)\b/i.test(header(headers, 'precedence'));
