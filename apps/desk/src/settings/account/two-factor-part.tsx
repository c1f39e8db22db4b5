import type { MyTwoFactor } from '@madoguchi/contract/two-factor.ts';
import { Button } from '@mantine/core';
import { IconShieldCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { Loaded } from '../loaded.tsx';
import { myTwoFactorQuery } from '../settings.queries.ts';
import css from './account-section.module.css';
import { TurnOnDialog } from './turn-on-dialog.tsx';
import { RenewCodesDialog, TurnOffDialog } from './two-factor-dialogs.tsx';

/** Fewer than this many recovery codes left: new ones are suggested. */
const FEW = 3;

/** Whether signing in takes a code besides the password, and all that can be done about it. */
export function TwoFactorPart() {
  const t = useAdminWords();
  const query = useQuery({ ...myTwoFactorQuery, staleTime: 0 });
  return (
    <Section title={t('two_factor.title')} text={t('two_factor.text')}>
      <Loaded query={query} height={36}>
        {(mine) => <State mine={mine} />}
      </Loaded>
    </Section>
  );
}

function State({ mine }: { mine: MyTwoFactor }) {
  const t = useAdminWords();
  const [dialog, setDialog] = useState<'on' | 'off' | 'renew' | null>(null);
  const close = () => setDialog(null);
  return (
    <>
      {!mine.on ? (
        <Button variant="default" onClick={() => setDialog('on')}>
          {t('two_factor.set_up')}
        </Button>
      ) : (
        <div className={css.factor}>
          <p className={css.factorState}>
            <IconShieldCheck size={20} stroke={1.6} aria-hidden />
            <span>
              {t('two_factor.is_on')}
              {mine.since && (
                <span className={css.seen}>
                  {' '}
                  <Ago at={mine.since} />
                </span>
              )}
            </span>
          </p>
          <p className={`${css.seen} ${css.left}`} data-few={mine.recoveryCodesLeft < FEW || undefined}>
            {t(mine.recoveryCodesLeft < FEW ? 'two_factor.codes_few' : 'two_factor.codes_left', { count: mine.recoveryCodesLeft })}
          </p>
          <div className={css.buttons}>
            <Button variant="default" onClick={() => setDialog('renew')}>
              {t('two_factor.renew')}
            </Button>
            {!mine.required && (
              <Button variant="default" onClick={() => setDialog('off')}>
                {t('two_factor.turn_off')}
              </Button>
            )}
          </div>
          {mine.required && <p className={`${css.seen} ${css.left}`}>{t('two_factor.is_required')}</p>}
        </div>
      )}
      {dialog === 'on' && <TurnOnDialog onClose={close} />}
      {dialog === 'off' && <TurnOffDialog onClose={close} />}
      {dialog === 'renew' && <RenewCodesDialog onClose={close} />}
    </>
  );
}
