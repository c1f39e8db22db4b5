import type { FlowStep } from '@madoguchi/contract/flows.ts';
import { Button, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useLocale } from '../../app/locale.tsx';
import { moved } from '../plan/edit.ts';
import { freshId } from '../plan/new-step.ts';
import { ExitSelect } from './exit-select.tsx';
import css from './panel.module.css';
import { RowTools } from './row-tools.tsx';

type Buttons = Extract<FlowStep, { type: 'buttons' }>;
type Props = { step: Buttons; onChange: (step: Buttons, key?: string) => void };

const MOST = 10;
const languages = { ja: '日本語', en: 'English' } as const;

/** The buttons a customer chooses from: what stands on each and where it leads. */
export function OptionsFields({ step, onChange }: Props) {
  const t = useAdminWords();
  const order = useLocale() === 'ja' ? (['ja', 'en'] as const) : (['en', 'ja'] as const);
  const { options } = step;
  const put = (next: Buttons['options'], key?: string) => onChange({ ...step, options: next }, key);
  return (
    <fieldset className={css.group}>
      <legend className={css.legend}>{t('flows.options')}</legend>
      <ol className={css.rows}>
        {options.map((option, at) => (
          <li key={option.id} className={css.row}>
            <RowTools
              name={t('flows.option', { at: at + 1 })}
              at={at}
              count={options.length}
              removeLabel={t('flows.option_remove', { at: at + 1 })}
              onMove={(by) => put(moved(options, at, by))}
              onRemove={() => put(options.filter(({ id }) => id !== option.id))}
            />
            <div className={css.pair}>
              {order.map((locale) => (
                <TextInput
                  key={locale}
                  lang={locale}
                  aria-label={t('flows.text_lang', { label: t('flows.option_label'), language: languages[locale] })}
                  placeholder={languages[locale]}
                  maxLength={200}
                  value={option.label[locale]}
                  onChange={({ currentTarget: { value } }) =>
                    put(
                      options.map((one) => (one.id === option.id ? { ...one, label: { ...one.label, [locale]: value } } : one)),
                      `${option.id}.${locale}`,
                    )
                  }
                />
              ))}
            </div>
            <ExitSelect step={step} exit={{ id: `option:${option.id}`, to: option.next }} />
          </li>
        ))}
      </ol>
      <Button
        variant="subtle"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        disabled={options.length >= MOST}
        onClick={() => put([...options, { id: freshId('o'), label: { ja: '', en: '' }, next: null }])}
      >
        {t('flows.option_add')}
      </Button>
    </fieldset>
  );
}
