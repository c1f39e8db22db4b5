type Listener = () => void;

let whenEnded: Listener = () => {};

/** Says what to do when the server no longer knows this session (one listener: the router). */
export function onSessionEnded(listener: Listener): void {
  whenEnded = listener;
}

/** Called wherever a 401 is seen: a request, or the live connection. Doing it twice is the same as once. */
export function sessionEnded(): void {
  whenEnded();
}
