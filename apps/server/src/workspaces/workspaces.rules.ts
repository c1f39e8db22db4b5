// Pure: which settings can be.

/** Whether a name is a time zone that this server's calendar knows (IANA, such as Asia/Tokyo). */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}

/** The origin (scheme, host, port) of an address as browsers send it; null for anything but http and https. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { origin, protocol } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? origin : null;
}
