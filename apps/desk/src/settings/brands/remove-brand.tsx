import { Button } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { useRemoveBrand } from './brands.mutations.ts';
import type { Brand } from './brands.queries.ts';
import css from './brands-section.module.css';

/** A brand goes only when nothing is left of it; else it says what is. */
export function RemoveBrand({ brand }: { brand: Brand }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const removing = useRemoveBrand();
  if (brand.isDefault) return null;
  const { inboxCount: inboxes, articleCount: articles } = brand;
  const isUsed = inboxes + articles > 0;
  return (
    <Section title={t('brand.remove')}>
      <div className={css.remove}>
        <p className="prose">{isUsed ? t('brand.remove_used', { inboxes, articles }) : t('brand.remove_free')}</p>
        <Button
          variant="default"
          disabled={isUsed}
          loading={removing.isPending}
          leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
          onClick={() => removing.mutate(brand, { onSuccess: () => void navigate({ to: '/settings/$', params: { _splat: 'brands' } }) })}
        >
          {t('brand.remove')}
        </Button>
      </div>
    </Section>
  );
}
