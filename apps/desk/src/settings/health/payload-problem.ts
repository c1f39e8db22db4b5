import { payloadProblems } from '@madoguchi/contract/channels.ts';
import { type AdminKey, useAdminWords } from '../../admin/admin-words.ts';

const WORDS: Readonly<Record<string, AdminKey>> = {
  [payloadProblems.tooSlow]: 'payloads.problem.too_slow',
  [payloadProblems.tooMuchMemory]: 'payloads.problem.too_much_memory',
  [payloadProblems.crashed]: 'payloads.problem.crashed',
};

/** Why a payload was given up, in the reader's language; what a parser said itself stays as it said it. */
export function usePayloadProblem(): (problem: string) => string {
  const t = useAdminWords();
  return (problem) => {
    const key = WORDS[problem];
    return key ? t(key) : problem;
  };
}
