type Post = { url: string; headers?: Record<string, string>; body: string };

const PATIENCE_MS = 10_000;

/**
 * Posts as a platform does. @returns whether it was taken: not when nobody is there, the server is in trouble, or it asks to slow down
 * @throws for a refusal that no repetition changes
 */
export async function posted({ url, headers = {}, body }: Post): Promise<boolean> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => null);
  if (!answer) return false;
  // Cut off here, the answer came all the same: its status is what counts.
  const text = await answer.text().catch(() => '');
  if (answer.ok) return true;
  if (answer.status >= 500 || answer.status === 429) return false;
  throw new Error(`${url} answered ${answer.status}: ${text.slice(0, 500)}`);
}
