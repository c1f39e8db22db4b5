import { createBrand, deleteBrand, removeBrandLogo, setBrandLogo, updateBrand } from '@madoguchi/contract/brands.ts';
import { useMutation } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { call, upload } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { workspaceQuery } from '../settings.queries.ts';
import { type Brand, brandsQuery } from './brands.queries.ts';

export type BrandWish = Pick<Brand, 'name' | 'key' | 'color' | 'host'>;

function keep(brand: Brand): Brand {
  queryClient.setQueryData(
    brandsQuery.queryKey,
    (now) =>
      now && {
        items: now.items.some(({ id }) => id === brand.id)
          ? now.items.map((one) => (one.id === brand.id ? brand : one))
          : [...now.items, brand],
      },
  );
  // Its name and color are the workspace's.
  if (brand.isDefault) void queryClient.invalidateQueries({ queryKey: workspaceQuery.queryKey });
  return brand;
}

export const addBrand = async (body: BrandWish): Promise<Brand> => keep(await call(createBrand, { body }));

export const changeBrand = async (id: string, body: Partial<BrandWish>): Promise<Brand> =>
  keep(await call(updateBrand, { params: { id }, body }));

/** Null takes the logo away. */
export const changeLogo = async (id: string, logo: Blob | null): Promise<Brand> =>
  keep(logo ? await upload(setBrandLogo, logo, { params: { id } }) : await call(removeBrandLogo, { params: { id } }));

/** Removes a brand at once; taking it back makes it again, with its logo. */
export function useRemoveBrand() {
  const t = useAdminWords();
  const back = useMutation({
    mutationFn: async ({ brand, logo }: { brand: Brand; logo: Blob | null }) => {
      const { name, key, color, host } = brand;
      const made = await addBrand({ name, key, color, host });
      if (logo) await changeLogo(made.id, logo);
    },
  });
  return useMutation({
    mutationFn: async (brand: Brand) => {
      const logo = brand.logo && (await (await fetch(brand.logo.url)).blob());
      await call(deleteBrand, { params: { id: brand.id } });
      return logo;
    },
    onSuccess: (logo, brand) => {
      queryClient.setQueryData(brandsQuery.queryKey, (now) => now && { items: now.items.filter(({ id }) => id !== brand.id) });
      tellWithUndo(t('brand.told_removed', { name: brand.name }), { label: t('undo'), undo: () => back.mutate({ brand, logo }) });
    },
  });
}
