import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { NotFound } from '../../app/not-found.tsx';
import { ListHead } from '../list-head.tsx';
import { Loaded } from '../loaded.tsx';
import { BrandDetail } from './brand-detail.tsx';
import { BrandRow } from './brand-row.tsx';
import { type Brand, brandsQuery } from './brands.queries.ts';
import css from './brands-section.module.css';
import { NewBrandDialog } from './new-brand-dialog.tsx';

/** The faces of the company: the list, and one of them with everything that makes it. */
export function BrandsSection({ rest }: { rest: string | null }) {
  const query = useQuery(brandsQuery);
  return (
    <Loaded query={query} height={240}>
      {({ items }) => {
        const brand = items.find(({ id }) => id === rest);
        if (rest) return brand ? <BrandDetail key={brand.id} brand={brand} /> : <NotFound />;
        return <BrandList items={items} />;
      }}
    </Loaded>
  );
}

function BrandList({ items }: { items: readonly Brand[] }) {
  const t = useAdminWords();
  const [creating, { open, close }] = useDisclosure();
  return (
    <>
      <ListHead text={t('brand.count', { count: items.length })}>
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={open}>
          {t('brand.new')}
        </Button>
      </ListHead>
      <ul className={css.list}>
        {items.map((brand) => (
          <BrandRow key={brand.id} brand={brand} />
        ))}
      </ul>
      {creating && <NewBrandDialog onClose={close} />}
    </>
  );
}
