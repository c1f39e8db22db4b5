import type { Attachment } from '@madoguchi/contract/common.ts';
import { Button, Modal } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconPhotoOff } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useWords } from '../../../app/locale.tsx';
import { AuthenticationMark } from './authentication-mark.tsx';
import css from './mail.module.css';
import type { Mail } from './mail-block.tsx';
import { mailPage, remoteImages } from './mail-page.ts';

type Props = { opened: boolean; mail: Mail; messageId: string; files: readonly Attachment[]; close: () => void };

/** The mail as its sender made it, in a frame in which nothing runs and nothing is fetched unasked. */
export function MailDialog({ opened, mail, messageId, files, close }: Props) {
  const t = useWords();
  const narrow = useMediaQuery('(width < 768px)');
  const [withRemote, setWithRemote] = useState(false);
  const [height, setHeight] = useState(320);
  const html = mail.html ?? '';
  const remote = useMemo(() => remoteImages(html), [html]);
  const page = useMemo(() => {
    const remoteUrl = (src: string) => `/api/messages/${messageId}/remote-image?src=${encodeURIComponent(src)}`;
    return mailPage({ html, inline: mail.inline ?? [], files, remoteUrl: withRemote ? remoteUrl : null });
  }, [html, mail.inline, files, withRemote, messageId]);
  return (
    <Modal
      opened={opened}
      onClose={close}
      title={t('mail.original')}
      size={880}
      fullScreen={narrow ?? false}
      closeButtonProps={{ 'aria-label': t('mail.close') }}
    >
      <dl className={css.head}>
        <dt>{t('mail.from')}</dt>
        <dd>
          {mail.from} <AuthenticationMark result={mail.authentication} />
        </dd>
        {mail.to.length > 0 && <dt>{t('mail.to')}</dt>}
        {mail.to.length > 0 && <dd>{mail.to.join(', ')}</dd>}
        {mail.cc.length > 0 && <dt>{t('mail.cc')}</dt>}
        {mail.cc.length > 0 && <dd>{mail.cc.join(', ')}</dd>}
      </dl>
      {remote > 0 && !withRemote && (
        <div className={css.blocked}>
          <IconPhotoOff size={18} stroke={1.6} aria-hidden />
          <p>{t('mail.images_blocked', { count: remote })}</p>
          <Button variant="light" size="xs" onClick={() => setWithRemote(true)}>
            {t('mail.show_images')}
          </Button>
        </div>
      )}
      <iframe
        className={css.frame}
        title={t('mail.original')}
        // Same origin so that its height can be read; without scripts nothing in it can make use of that.
        sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        srcDoc={page}
        style={{ height }}
        onLoad={({ currentTarget }) => setHeight(Math.max(160, (currentTarget.contentDocument?.documentElement.scrollHeight ?? 0) + 2))}
      />
    </Modal>
  );
}
