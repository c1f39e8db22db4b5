import { Button, FileButton, Input } from '@mantine/core';
import { IconPhoto, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useId } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useProblemWords } from '../../admin/problem.ts';
import { tell } from '../../ui/tell.tsx';
import { changeLogo } from './brands.mutations.ts';
import type { Brand } from './brands.queries.ts';
import css from './brands-section.module.css';
import { LogoRefused, shrinkLogo } from './shrink-logo.ts';

/** A brand's logo: chosen, shown and saved at once. */
export function LogoField({ brand }: { brand: Brand }) {
  const t = useAdminWords();
  const words = useProblemWords();
  const id = useId();
  const changing = useMutation({
    mutationFn: async (file: Blob | null) => changeLogo(brand.id, file && (await shrinkLogo(file))),
    onSuccess: () => tell(t('brand.told_logo')),
    meta: { quiet: true },
  });
  const { error } = changing;
  const failure =
    error instanceof LogoRefused ? t(error.why === 'too_large' ? 'brand.logo_too_large' : 'brand.logo_failed') : error && words(error);
  return (
    <Input.Wrapper label={t('brand.logo')} description={t('brand.logo_help')} labelElement="div" labelProps={{ id }} error={failure}>
      <div className={css.logo}>
        {brand.logo ? (
          <span className={css.logoPaper}>
            <img src={brand.logo.url} alt={t('brand.logo_alt', { name: brand.name })} />
          </span>
        ) : (
          <span className={css.noLogo}>{t('brand.logo_none')}</span>
        )}
        <div className={css.logoActions}>
          <FileButton accept="image/png,image/jpeg,image/webp" onChange={(file) => file && changing.mutate(file)}>
            {(props) => (
              <Button
                {...props}
                variant="default"
                loading={changing.isPending}
                leftSection={<IconPhoto size={16} stroke={1.6} aria-hidden />}
                aria-describedby={id}
              >
                {t(brand.logo ? 'brand.replace_logo' : 'brand.add_logo')}
              </Button>
            )}
          </FileButton>
          {brand.logo && (
            <Button
              variant="subtle"
              color="gray"
              disabled={changing.isPending}
              leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
              onClick={() => changing.mutate(null)}
            >
              {t('brand.remove_logo')}
            </Button>
          )}
        </div>
      </div>
    </Input.Wrapper>
  );
}
