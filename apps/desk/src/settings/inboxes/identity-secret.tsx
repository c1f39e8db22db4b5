import { revealIdentitySecret } from '@madoguchi/contract/workspaces.ts';
import { Button, SegmentedControl } from '@mantine/core';
import { IconEye } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { CopyField } from '../../admin/copy-field.tsx';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import type { Inbox } from './inbox.types.ts';
import css from './inboxes-section.module.css';
import { type CodeLanguage, identityCode, identityOnPage } from './install-code.ts';

const languages = [
  { value: 'node', label: 'Node.js' },
  { value: 'php', label: 'PHP' },
  { value: 'ruby', label: 'Ruby' },
];

/** For sites whose customers sign in: the secret and how to sign with it who they are. Shown only when asked for. */
export function IdentitySecret({ inbox }: { inbox: Inbox }) {
  const t = useAdminWords();
  const [language, setLanguage] = useState<CodeLanguage>('node');
  const revealing = useMutation({ mutationFn: () => call(revealIdentitySecret, { params: { id: inbox.id } }), gcTime: 0 });
  return (
    <Section title={t('identity_secret.title')} text={t('identity_secret.text')}>
      {!revealing.data ? (
        <Button
          variant="default"
          leftSection={<IconEye size={16} stroke={1.6} />}
          loading={revealing.isPending}
          onClick={() => revealing.mutate()}
        >
          {t('identity_secret.reveal')}
        </Button>
      ) : (
        <div className={css.code}>
          <CopyField value={revealing.data.secret} label={t('identity_secret.secret')} />
          <p className={css.small}>{t('identity_secret.keep')}</p>
          <SegmentedControl
            aria-label={t('identity_secret.language')}
            style={{ alignSelf: 'flex-start' }}
            data={languages}
            value={language}
            onChange={(value) => setLanguage(value as CodeLanguage)}
          />
          <CopyField value={identityCode[language]} label={t('identity_secret.server_code')} lines="code" />
          <p className={css.small}>{t('identity_secret.page_text')}</p>
          <CopyField value={identityOnPage} label={t('identity_secret.page_code')} />
        </div>
      )}
    </Section>
  );
}
