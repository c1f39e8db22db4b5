/** localStorage that never throws: a private window or a full disk must not stop an agent's work. */
export function readStored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

export function writeStored(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // Nothing to do: what is on the screen stays there, it only does not outlive a reload.
  }
}
