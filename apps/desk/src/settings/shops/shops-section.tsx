import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconExternalLink, IconPlus, IconShoppingBag } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Empty } from '../../ui/empty.tsx';
import { ListHead } from '../list-head.tsx';
import { Loaded } from '../loaded.tsx';
import { NewShopDialog } from './new-shop-dialog.tsx';
import { ShopDetail } from './shop-detail.tsx';
import { ShopRow } from './shop-row.tsx';
import css from './shops.module.css';
import { shopsQuery } from './shops.queries.ts';

/** Which shops tell of their orders, and how that goes. */
export function ShopsSection({ rest }: { rest: string | null }) {
  const t = useAdminWords();
  const query = useQuery(shopsQuery);
  const [creating, { open, close }] = useDisclosure();
  if (rest)
    return (
      <Loaded query={query} height={320}>
        {({ items }) => <ShopDetail shop={items.find(({ id }) => id === rest) ?? null} />}
      </Loaded>
    );
  const add = (
    <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={open}>
      {t('shops.new')}
    </Button>
  );
  return (
    <>
      <Loaded query={query} height={160}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={IconShoppingBag} title={t('shops.none')} text={t('shops.none_text')}>
              {add}
            </Empty>
          ) : (
            <>
              <ListHead
                text={
                  <a className={css.link} href="/api/openapi.json" target="_blank" rel="noreferrer">
                    {t('shops.sync_api')}
                    <IconExternalLink size={14} stroke={1.6} aria-hidden />
                  </a>
                }
              >
                {add}
              </ListHead>
              <ul className={css.list}>
                {items.map((shop) => (
                  <ShopRow key={shop.id} shop={shop} />
                ))}
              </ul>
            </>
          )
        }
      </Loaded>
      {creating && <NewShopDialog onClose={close} />}
    </>
  );
}
