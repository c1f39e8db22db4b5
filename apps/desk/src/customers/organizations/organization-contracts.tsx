import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { useWords } from '../../app/locale.tsx';
import { organizationContractsQuery } from '../../commerce/commerce.queries.ts';
import { CommerceList } from '../../commerce/commerce-list.tsx';
import { Failure } from '../../ui/failure.tsx';

/** What an organization has contracts for, whoever of its people asks. Nothing where it has none: most companies sell none. */
export function OrganizationContracts({ organizationId }: { organizationId: string }) {
  const t = useWords();
  const admin = useAdminWords();
  const { data: contracts, error, refetch } = useQuery(organizationContractsQuery(organizationId));
  if (error && !contracts)
    return (
      <Section title={t('commerce.contracts')}>
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {admin('retry')}
          </Button>
        </Failure>
      </Section>
    );
  return (
    <CommerceList
      orders={[]}
      contracts={contracts ?? []}
      most={0}
      part={(title, children) => (
        <Section key={title} title={title}>
          {children}
        </Section>
      )}
    />
  );
}
