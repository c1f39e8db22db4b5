import type { Shop } from '@madoguchi/contract/shops.ts';
import { Alert } from '@mantine/core';
import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { Section } from '../../admin/section.tsx';
import { NotFound } from '../../app/not-found.tsx';
import { Ago } from '../../ui/time-text.tsx';
import { Received } from './received.tsx';
import { ShopMenu } from './shop-menu.tsx';
import css from './shops.module.css';
import { tryCommand } from './try-command.ts';

/** One shop: its address, how to send there and try it, and what came. */
export function ShopDetail({ shop }: { shop: Shop | null }) {
  const t = useAdminWords();
  if (!shop) return <NotFound />;
  const { kind, name, source, hookPath, lastSyncAt, trouble, troubleAt } = shop;
  const address = `${location.origin}${hookPath}`;
  return (
    <div className={css.parts}>
      <header className={css.head}>
        <div className={css.words}>
          <h2 className={css.title}>{name}</h2>
          <span className={css.facts}>
            <span>{t(`shops.kind.${kind}`)}</span>
            <code>{source}</code>
            <span>
              {lastSyncAt ? (
                <>
                  {t('shops.last_sync')} <Ago at={lastSyncAt} />
                </>
              ) : (
                t('shops.never')
              )}
            </span>
          </span>
        </div>
        <ShopMenu shop={shop} />
      </header>
      {trouble && (
        <Alert color="warning">
          {t(`shops.trouble.${trouble}`)} {troubleAt && <Ago at={troubleAt} />}
        </Alert>
      )}
      <Section title={t('shops.address')}>
        <CopyField value={address} label={t('shops.address')} />
      </Section>
      <Section title={t('shops.how')}>
        <ol className={css.steps}>
          <li>{t(`shops.step.${kind}.1`)}</li>
          <li>{t(`shops.step.${kind}.2`)}</li>
          <li>{t(`shops.step.${kind}.3`)}</li>
        </ol>
        {kind === 'generic' && <CopyField value={tryCommand(address)} label={t('shops.try')} lines="code" />}
      </Section>
      <Received shopId={shop.id} />
    </div>
  );
}
