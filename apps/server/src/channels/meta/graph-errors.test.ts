import { expect, test } from 'vitest';
import { errorOfGraph } from './graph-errors.rules.ts';

const of = (
  error: { code?: number; error_subcode?: number; message?: string; is_transient?: boolean } | null,
  headers: Record<string, string> = {},
  status = 400,
) => {
  const { code, temporary, aboutInbox, retryAfterMs } = errorOfGraph({ status, headers, body: Buffer.from('{}') }, error);
  return { code, temporary, aboutInbox, retryAfterMs };
};

test('a code of Meta says what is to be done', () => {
  expect(of({ code: 190 })).toMatchObject({ code: 'credentials_refused', aboutInbox: true, temporary: false });
  expect(of({ code: 10, error_subcode: 2018278 })).toMatchObject({ code: 'window_closed', aboutInbox: false });
  expect(of({ code: 10 })).toMatchObject({ code: 'credentials_refused', aboutInbox: true });
  expect(of({ code: 230 })).toMatchObject({ code: 'credentials_refused', aboutInbox: true });
  expect(of({ code: 551, error_subcode: 2018108 })).toMatchObject({ code: 'blocked', temporary: false });
  expect(of({ code: 100, error_subcode: 2018001 })).toMatchObject({ code: 'address_unknown' });
  for (const code of [4, 613, 80007, 131056]) expect(of({ code })).toMatchObject({ code: 'rate_limited', temporary: true });
  for (const code of [1, 2]) expect(of({ code })).toMatchObject({ code: 'platform_down', temporary: true });
  expect(of({ code: 99_999 })).toMatchObject({ code: 'rejected', temporary: false });
  expect(of({ code: 99_999, is_transient: true })).toMatchObject({ temporary: true });
});

test('how long to wait is read where Meta says it; a proxy’s page is judged by its status', () => {
  expect(of({ code: 613 }, { 'retry-after': '30' }).retryAfterMs).toBe(30_000);
  const usage = '{"1":[{"type":"messenger","call_count":100,"estimated_time_to_regain_access":5}]}';
  expect(of({ code: 80006 }, { 'x-business-use-case-usage': usage }).retryAfterMs).toBe(300_000);
  expect(of(null, {}, 502)).toMatchObject({ code: 'platform_down', temporary: true });
});
