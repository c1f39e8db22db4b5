import type { CheckFinding } from '@madoguchi/contract/reply-checks.ts';
import type { Words } from '../../../app/locale.tsx';

/** What is said of a finding, in a sentence. */
export function findingWords(t: Words, { rule, found, instead, against }: CheckFinding): string {
  switch (rule) {
    case 'other_name':
      return t('check.other_name', { found, name: against ?? '' });
    case 'other_order':
      return t('check.other_order', { found });
    case 'different_figure':
      return t('check.different_figure', { found, figure: against ?? '' });
    case 'opposite_word':
      return t('check.opposite_word', { found, article: against ?? '' });
    case 'company_word':
      return against ? t('check.company_word_because', { found, remark: against }) : t('check.company_word', { found });
    case 'other_language':
      return t(against === 'en' ? 'check.other_language_en' : 'check.other_language_ja');
    case 'unsendable_character':
      return t('check.unsendable_character', { found });
    case 'no_attachment':
      return t('check.no_attachment', { found });
    case 'left_blank':
      return t('check.left_blank', { found });
    case 'bare_name':
      return t('check.bare_name', { found });
    case 'honorific':
      return t('check.honorific', { found });
    case 'keigo':
      return t('check.keigo', { found });
    case 'writing':
      return t('check.writing', { found });
    case 'repeated_word':
      return t('check.repeated_word', { found });
    case 'tone':
      return t(instead ? 'check.tone' : 'check.tone_rethink', { found });
  }
}
