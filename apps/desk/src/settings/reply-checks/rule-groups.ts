import type { CheckRule } from '@madoguchi/contract/reply-checks.ts';
import type { AdminKey } from '../../admin/admin-words.ts';

/** What is looked for, as a company decides about it: a switch for each. */
export const ruleGroups: readonly { rules: readonly CheckRule[]; word: AdminKey; text: AdminKey }[] = [
  { rules: ['other_name', 'other_order', 'bare_name', 'honorific'], word: 'checks.names', text: 'checks.names_text' },
  { rules: ['keigo'], word: 'checks.keigo', text: 'checks.keigo_text' },
  { rules: ['tone', 'repeated_word'], word: 'checks.tone', text: 'checks.tone_text' },
  { rules: ['writing'], word: 'checks.writing', text: 'checks.writing_text' },
  { rules: ['no_attachment', 'left_blank'], word: 'checks.missing', text: 'checks.missing_text' },
  { rules: ['different_figure', 'opposite_word'], word: 'checks.figures', text: 'checks.figures_text' },
  { rules: ['unsendable_character'], word: 'checks.characters', text: 'checks.characters_text' },
  { rules: ['other_language'], word: 'checks.language', text: 'checks.language_text' },
];
