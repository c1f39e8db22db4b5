import type { ChannelKind } from '@madoguchi/contract/channels.ts';
import { Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import forms from '../../admin/forms.module.css';
import { usePhone } from '../../admin/use-phone.ts';
import { useChannelWords } from '../../channels/channel-words.ts';
import { channelsQuery } from '../../channels/channels.queries.ts';
import { Loaded } from '../loaded.tsx';
import { ChannelGallery } from './channel/channel-gallery.tsx';
import { NewInboxForm } from './channel/new-inbox-form.tsx';
import css from './new-inbox-dialog.module.css';

/** A new inbox in two steps: by which channel, and what that channel wants to know. */
export function NewInboxDialog({ onClose }: { onClose: () => void }) {
  const t = useAdminWords();
  const words = useChannelWords();
  const phone = usePhone();
  const kinds = useQuery(channelsQuery);
  const [kind, setKind] = useState<ChannelKind | null>(null);
  return (
    <Modal
      opened
      onClose={onClose}
      // What was typed is not thrown away by a click beside it.
      closeOnClickOutside={kind === null}
      title={kind ? t('inbox.new_on', { channel: words.name(kind.name) }) : t('inbox.new')}
      size={kind ? 560 : 760}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: css.title }}
    >
      <div className={forms.forms}>
        <Loaded query={kinds} height={360}>
          {({ items }) =>
            kind ? (
              <NewInboxForm kind={kind} onBack={() => setKind(null)} onClose={onClose} />
            ) : (
              <ChannelGallery kinds={items} onChoose={setKind} />
            )
          }
        </Loaded>
      </div>
    </Modal>
  );
}
