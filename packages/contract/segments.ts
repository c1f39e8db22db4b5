import { z } from 'zod';
import { id, idParam, personText } from './common.ts';
import { customerFilter } from './customers.ts';
import { endpoint } from './endpoint.ts';

/** A filter of the list of customers under a name, for everybody at the desk. */
export const segment = z.object({ id: id('seg'), name: z.string(), filter: customerFilter });
export type Segment = z.infer<typeof segment>;

const body = z.object({ name: personText(60).min(1), filter: customerFilter });
export const listSegments = endpoint('GET', '/api/segments', {
  summary: 'The segments, by name',
  response: z.object({ items: z.array(segment) }),
});
export const createSegment = endpoint('POST', '/api/segments', {
  summary: 'Keep a filter as a segment',
  body,
  response: segment,
  status: 201,
});
export const updateSegment = endpoint('PUT', '/api/segments/:id', {
  summary: 'Change a segment',
  params: idParam('seg'),
  body,
  response: segment,
});
export const deleteSegment = endpoint('DELETE', '/api/segments/:id', { summary: 'Remove a segment', params: idParam('seg') });
