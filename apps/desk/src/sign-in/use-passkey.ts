import { ProblemError } from '@madoguchi/client/client.ts';
import type { Me } from '@madoguchi/contract/agents.ts';
import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser';
import { useEffect, useRef, useState } from 'react';
import { beginPasskeySignIn, signInWithPasskey } from '../app/api.ts';
import { call } from '../app/client.ts';

/** A question holds for five minutes; before that another one takes its place. */
const ASK_AGAIN_MS = 4 * 60_000;

const supported = typeof PublicKeyCredential === 'function';

async function enterWith(autofill: boolean): Promise<Me> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const { options, word } = await call(beginPasskeySignIn, {});
  const optionsJSON = options as Record<string, unknown> & PublicKeyCredentialRequestOptionsJSON;
  const answer = await startAuthentication({ optionsJSON, useBrowserAutofill: autofill });
  return call(signInWithPasskey, { body: { word, answer: { ...answer, response: { ...answer.response }, clientExtensionResults: {} } } });
}

/** Whoever waved the browser's question away knows it. */
const isCanceled = (error: unknown) => error instanceof Error && /^(NotAllowedError|AbortError)$/.test(error.name);

/**
 * Signing in with a passkey: on a press, and among what the browser offers in the field for the address (conditional UI).
 * `busy`: a press is under way.
 */
export function usePasskey(onEntered: (me: Me) => void) {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<unknown>(null);
  const entered = useRef(onEntered);
  entered.current = onEntered;

  useEffect(() => {
    if (!supported) return;
    let over = false;
    const offer = async () => {
      const { browserSupportsWebAuthnAutofill } = await import('@simplewebauthn/browser');
      if (over || !(await browserSupportsWebAuthnAutofill())) return;
      try {
        const me = await enterWith(true);
        if (!over) entered.current(me);
      } catch (error) {
        // What the browser offers by itself fails in silence, unless the server refused a passkey that somebody chose.
        if (!over && error instanceof ProblemError && error.code !== 'too_many_requests') setFailure(error);
      }
    };
    void offer();
    const timer = setInterval(() => void offer(), ASK_AGAIN_MS);
    return () => {
      over = true;
      clearInterval(timer);
      void import('@simplewebauthn/browser').then(({ WebAuthnAbortService }) => WebAuthnAbortService.cancelCeremony());
    };
  }, []);

  const press = async () => {
    setBusy(true);
    setFailure(null);
    try {
      entered.current(await enterWith(false));
    } catch (error) {
      if (!isCanceled(error)) setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return { supported, busy, failure, press };
}
