import type { Passkey } from '@madoguchi/contract/passkeys.ts';
import { Button, Menu } from '@mantine/core';
import { IconFingerprint, IconPencil, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { DotsMenu } from '../../ui/dots-menu.tsx';
import { agoOrDate } from '../../ui/time.ts';
import { useNow, useReader } from '../../ui/use-now.ts';
import { Loaded } from '../loaded.tsx';
import { myPasskeysQuery } from '../settings.queries.ts';
import css from './account-section.module.css';
import { AddPasskeyDialog } from './add-passkey-dialog.tsx';
import { RemovePasskeyDialog, RenamePasskeyDialog } from './passkey-dialogs.tsx';

const canHavePasskeys = typeof PublicKeyCredential === 'function' && !/^[\d.]+$|:/.test(location.hostname);

/** The passkeys one has, and another one. */
export function PasskeysPart() {
  const t = useAdminWords();
  const query = useQuery(myPasskeysQuery);
  const [adding, setAdding] = useState(false);
  return (
    <Section title={t('passkeys.title')} text={t('passkeys.text')}>
      <Loaded query={query} height={36}>
        {({ items, hasPassword }) => (
          <div className={css.factor}>
            {items.length > 0 && (
              <ul className={css.sessions}>
                {items.map((passkey) => (
                  <Row key={passkey.id} passkey={passkey} />
                ))}
              </ul>
            )}
            <div className={css.buttons}>
              <Button variant="default" disabled={!canHavePasskeys} onClick={() => setAdding(true)}>
                {t('passkeys.add')}
              </Button>
            </div>
            {!canHavePasskeys && <p className={css.seen}>{t('passkeys.unsupported')}</p>}
            {items.length > 0 && hasPassword && <p className={css.seen}>{t('passkeys.recovery')}</p>}
            {adding && <AddPasskeyDialog asksPassword={hasPassword} onClose={() => setAdding(false)} />}
          </div>
        )}
      </Loaded>
    </Section>
  );
}

function Row({ passkey }: { passkey: Passkey }) {
  const t = useAdminWords();
  const reader = useReader();
  const now = useNow();
  const [dialog, setDialog] = useState<'rename' | 'remove' | null>(null);
  const { name, synced, createdAt, lastUsedAt } = passkey;
  const facts = [
    t(synced ? 'passkeys.synced' : 'passkeys.this_device'),
    t('passkeys.added', { when: agoOrDate(createdAt, now, reader) }),
    lastUsedAt ? t('passkeys.used', { when: agoOrDate(lastUsedAt, now, reader) }) : t('passkeys.never'),
  ];
  return (
    <li className={css.session}>
      <IconFingerprint size={22} stroke={1.4} aria-hidden />
      <span className={css.device}>
        <span className={css.deviceName}>{name}</span>
        <span className={css.seen}>{facts.join(' · ')}</span>
      </span>
      <DotsMenu label={t('passkeys.menu', { name })}>
        <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={() => setDialog('rename')}>
          {t('passkeys.rename')}
        </Menu.Item>
        <Menu.Item color="danger" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => setDialog('remove')}>
          {t('passkeys.remove')}
        </Menu.Item>
      </DotsMenu>
      {dialog === 'rename' && <RenamePasskeyDialog passkey={passkey} onClose={() => setDialog(null)} />}
      {dialog === 'remove' && <RemovePasskeyDialog passkey={passkey} onClose={() => setDialog(null)} />}
    </li>
  );
}
