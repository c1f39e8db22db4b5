import { useEffect, useRef } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useGuardUnsaved } from '../../admin/form.ts';
import { forgetValues, keepValues } from '../../admin/unsaved.ts';
import { tell } from '../../ui/tell.tsx';
import type { FlowEditor } from './use-flow-editor.ts';

/** Asks before the window closes while there are unsaved changes; within the desk it says that they are kept. */
export function useGuardFlow({ flow, dirty, plan }: FlowEditor): void {
  const t = useAdminWords();
  const form = `flow.${flow.id}`;
  useGuardUnsaved();
  useEffect(() => {
    if (dirty) keepValues(form, plan);
    else forgetValues(form);
  }, [form, dirty, plan]);
  const latest = useRef({ dirty, t });
  useEffect(() => {
    latest.current = { dirty, t };
  });
  useEffect(
    () => () => {
      // The draft lies in the browser's storage: closing the window later loses nothing.
      forgetValues(form);
      if (latest.current.dirty) tell(latest.current.t('flows.kept_here'));
    },
    [form],
  );
}
