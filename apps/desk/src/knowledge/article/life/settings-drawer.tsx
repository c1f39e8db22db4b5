import type { Article } from '@madoguchi/contract/knowledge.ts';
import { Drawer } from '@mantine/core';
import { useAdminWords } from '../../../admin/admin-words.ts';
import forms from '../../../admin/forms.module.css';
import { usePhone } from '../../../admin/use-phone.ts';
import { AddressField } from './address-field.tsx';
import { AudienceField } from './audience-field.tsx';
import { BrandsField } from './brands-field.tsx';
import { CareFields } from './care-fields.tsx';
import { ScheduleFields } from './schedule-fields.tsx';
import css from './settings-drawer.module.css';

type Props = { article: Article; opened: boolean; onClose: () => void };

/** Everything about an article that is not its words. Each part is saved by itself. */
export function SettingsDrawer({ article, opened, onClose }: Props) {
  const t = useAdminWords();
  const phone = usePhone();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      title={t('life.settings')}
      position="right"
      size={phone ? '100%' : 440}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: css.title }}
    >
      <div className={`${forms.forms} ${css.parts}`}>
        <AudienceField article={article} />
        <BrandsField article={article} />
        <ScheduleFields key={`${article.publishAt} ${article.archiveAt}`} article={article} />
        <CareFields article={article} />
        <AddressField key={article.slug} article={article} />
      </div>
    </Drawer>
  );
}
