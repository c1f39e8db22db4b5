import type { NotificationKind } from '@madoguchi/contract/notifications.ts';
import { Checkbox } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import css from './notifications-section.module.css';
import type { Settings } from './settings-values.ts';

const ways = ['desk', 'push', 'mail'] as const;

type Props = { form: { values: Settings; set: (patch: Partial<Settings>) => void } };

/** What is told where: a row for each kind of event. */
export function WaysTable({ form: { values, set } }: Props) {
  const t = useAdminWords();
  const kinds = Object.keys(values.kinds) as NotificationKind[];
  return (
    <Section title={t('notify.what')} text={t('notify.what_text')}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{t('notify.kind')}</th>
            {ways.map((way) => (
              <th key={way} scope="col" className={css.way}>
                {t(`notify.${way}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {kinds.map((kind) => (
            <tr key={kind}>
              <th scope="row">{t(`notify.kind_${kind}`)}</th>
              {ways.map((way) => (
                <td key={way} className={css.way}>
                  <Checkbox
                    classNames={{ root: css.tick, input: css.box }}
                    aria-label={`${t(`notify.kind_${kind}`)}: ${t(`notify.${way}`)}`}
                    checked={values.kinds[kind][way]}
                    onChange={(event) =>
                      set({ kinds: { ...values.kinds, [kind]: { ...values.kinds[kind], [way]: event.currentTarget.checked } } })
                    }
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
