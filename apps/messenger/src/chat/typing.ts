const repeatInMilliseconds = 3000;
const restInMilliseconds = 5000;

export type Typing = { typed(): void; stopped(): void };

/** Tells that the customer is writing: at most every three seconds, and when five seconds passed without a key. */
export function makeTyping(say: (typing: boolean) => void): Typing {
  let saidAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  function stopped() {
    clearTimeout(timer);
    if (saidAt) say(false);
    saidAt = 0;
  }
  return {
    typed() {
      clearTimeout(timer);
      timer = setTimeout(stopped, restInMilliseconds);
      if (Date.now() - saidAt < repeatInMilliseconds) return;
      saidAt = Date.now();
      say(true);
    },
    stopped,
  };
}
