import { listBrands } from '@madoguchi/contract/brands.ts';
import type { OutputOf } from '@madoguchi/contract/endpoint.ts';
import { queryOptions } from '@tanstack/react-query';
import { call } from '../../app/client.ts';

export type Brand = OutputOf<typeof listBrands>['items'][number];

/** The default brand first. */
export const brandsQuery = queryOptions({ queryKey: ['brands'], queryFn: () => call(listBrands, {}) });
