import type { Locale } from '@madoguchi/contract/common.ts';
import type { InputOf, OutputOf } from '@madoguchi/contract/endpoint.ts';
import { type FlowPlan, testFlow } from '@madoguchi/contract/flows.ts';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { call } from '../../app/client.ts';
import { useLocale } from '../../app/locale.tsx';

type Body = InputOf<typeof testFlow>['body'];
export type TestInput = Body['inputs'][number];
export type Played = OutputOf<typeof testFlow>;

/**
 * A flow played as a customer would: each reply plays the whole run again with the plan as it is by then. null before it begins.
 * A look-up is really asked each time, so nothing is played without somebody doing something.
 */
export function useTestRun(plan: FlowPlan) {
  const desk = useLocale();
  const [locale, setLocale] = useState<Locale>(desk);
  const [question, setQuestion] = useState('');
  const [run, setRun] = useState<Body | null>(null);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['flows', 'test', run],
    queryFn: () => call(testFlow, { body: run! }),
    enabled: run !== null,
    placeholderData: run?.inputs.length ? (before: Played | undefined) => before : undefined,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    retry: false,
  });
  const [identified, setIdentified] = useState(false);
  const begin = (as: Locale = locale) => setRun({ plan, locale: as, question, identified, inputs: [] });
  return {
    identified,
    setIdentified,
    locale,
    setLocale: (as: Locale) => {
      setLocale(as);
      if (run) begin(as);
    },
    question,
    setQuestion,
    begun: run !== null,
    begin,
    leave: () => setRun(null),
    reply: (input: TestInput) => run && setRun({ ...run, plan, inputs: [...run.inputs, input] }),
    /** What the customer just did, until it is played. */
    lastInput: run?.inputs.at(-1),
    changed: run !== null && run.plan !== plan,
    played: run ? data : undefined,
    playing: isFetching,
    error: run ? error : null,
    again: () => void refetch(),
  };
}

export type TestRun = ReturnType<typeof useTestRun>;
