import { type Fault, textFault } from './faults.ts';
import { SHORTEST } from './password-strength.ts';

/** What the server would refuse: too short or too long. How easily it is guessed is said, not forbidden. */
export const passwordFault = (password: string): Fault | undefined =>
  textFault(password, 200) ?? (password.length < SHORTEST ? { word: 'fault.password_short', values: { min: SHORTEST } } : undefined);
