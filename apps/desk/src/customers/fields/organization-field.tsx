import type { Customer } from '@madoguchi/contract/customers.ts';
import { createOrganization } from '@madoguchi/contract/organizations.ts';
import { Button, Select } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { useSettled } from '../../admin/use-settled.ts';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { useEditCustomer } from '../customers.mutations.ts';
import { keys, organizationsQuery, proposalQuery } from '../customers.queries.ts';
import css from './fields.module.css';
import { InPlace } from './in-place.tsx';

const NEW = 'new';

/** Where a customer belongs: chosen, or made by its name. */
export function OrganizationField({ customer, readOnly }: { customer: Customer; readOnly: boolean }) {
  const t = useAdminWords();
  const edit = useEditCustomer(customer.id);
  const make = useMutation({
    mutationFn: (name: string) => call(createOrganization, { body: { name } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.organizations }),
  });
  const [q, setQ] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = useQuery(organizationsQuery(useSettled(q.trim(), 200)));
  const label = t('customer.organization');
  const found = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const known = customer.organization && !found.some(({ value }) => value === customer.organization?.id);
  const isNew = q.trim() !== '' && !found.some((one) => one.label === q.trim());
  const choices = [
    ...(known && customer.organization ? [{ value: customer.organization.id, label: customer.organization.name }] : []),
    ...found,
    ...(isNew ? [{ value: NEW, label: t('organization.make', { name: q.trim() }) }] : []),
  ];
  const save = async () => {
    const before = customer.organization?.id ?? null;
    if (chosen === before) return true;
    try {
      const organizationId = chosen === NEW ? (await make.mutateAsync(q.trim())).id : chosen;
      await edit.mutateAsync({ change: { organizationId }, back: { organizationId: before }, what: label });
      return true;
    } catch {
      return false;
    }
  };
  return (
    <InPlace
      label={label}
      shown={customer.organization?.name ?? null}
      readOnly={readOnly}
      busy={edit.isPending || make.isPending}
      onOpen={() => {
        setQ('');
        setChosen(customer.organization?.id ?? null);
      }}
      onSave={save}
    >
      <Select
        aria-label={label}
        searchable
        clearable
        placeholder={t('organization.choose')}
        nothingFoundMessage={t('organization.none_found')}
        data={choices}
        filter={({ options }) => options}
        value={chosen}
        onSearchChange={(text) => setQ(choices.some((one) => one.label === text) ? q : text)}
        onChange={setChosen}
      />
    </InPlace>
  );
}

/** The domain of an address says where somebody belongs. */
export function OrganizationProposal({ customer }: { customer: Customer }) {
  const t = useAdminWords();
  const { data } = useQuery({ ...proposalQuery(customer.id), enabled: customer.organization === null });
  const edit = useEditCustomer(customer.id);
  const make = useMutation({
    mutationFn: (domain: string) => call(createOrganization, { body: { name: domain, domains: [domain] } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: keys.organizations }),
  });
  const proposal = customer.organization === null ? data?.proposal : null;
  if (!proposal) return null;
  const { organization, domain, others } = proposal;
  const take = async () => {
    const organizationId = organization?.id ?? (await make.mutateAsync(domain)).id;
    edit.mutate({ change: { organizationId }, back: { organizationId: null }, what: t('customer.organization') });
  };
  return (
    <p className={css.proposal}>
      <span>
        {organization
          ? t('organization.proposed', { name: organization.name, domain })
          : others > 0
            ? t('organization.proposed_with_others', { domain, count: others })
            : t('organization.proposed_new', { domain })}
      </span>
      <Button size="compact-sm" variant="light" loading={edit.isPending || make.isPending} onClick={() => void take()}>
        {organization ? t('organization.take') : t('organization.take_new')}
      </Button>
    </p>
  );
}
