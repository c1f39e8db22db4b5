import { deleteOrganization, type Organization } from '@madoguchi/contract/organizations.ts';
import { Button, Menu, Modal, Skeleton } from '@mantine/core';
import { IconArrowLeft, IconPencil, IconTrash, IconUsers } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { LinkIcon } from '../../admin/links.tsx';
import { useProblemWords } from '../../admin/problem.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { useLocale, useWords } from '../../app/locale.tsx';
import { useCan } from '../../app/me.ts';
import { queryClient } from '../../app/query-client.ts';
import { attributeWords } from '../../conversations/customer/attribute-words.ts';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { customerName } from '../../conversations/customer-name.ts';
import { labelOf } from '../../conversations/fields/fields.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { DotsMenu } from '../../ui/dots-menu.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Failure } from '../../ui/failure.tsx';
import { Page } from '../../ui/page.tsx';
import { keys } from '../customers.queries.ts';
import { knownAttributes } from './known-attributes.ts';
import { OrganizationContracts } from './organization-contracts.tsx';
import { OrganizationDialog } from './organization-dialog.tsx';
import css from './organizations.module.css';
import { organizationQuery } from './organizations.queries.ts';

/** One organization: what is known of it, and its people. */
export function OrganizationPage() {
  const { organizationId = '' } = useParams({ strict: false });
  const t = useAdminWords();
  const words = useWords();
  const mayWrite = useCan('customer.write');
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const { data: organization, error, refetch } = useQuery(organizationQuery(organizationId));
  return (
    <Page
      title={organization?.name ?? t('organizations.title')}
      width={960}
      back={
        <LinkIcon to="/customers/organizations" variant="subtle" color="gray" size={44} ml={-12} aria-label={t('organizations.back')}>
          <IconArrowLeft size={20} stroke={1.6} />
        </LinkIcon>
      }
      actions={
        organization &&
        mayWrite && (
          <>
            <Button variant="default" leftSection={<IconPencil size={16} stroke={1.6} aria-hidden />} onClick={() => setEditing(true)}>
              {t('organizations.edit')}
            </Button>
            <DotsMenu label={t('customer.more')}>
              <Menu.Item color="danger" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => setRemoving(true)}>
                {t('organizations.remove')}
              </Menu.Item>
            </DotsMenu>
          </>
        )
      }
    >
      {error && !organization && (
        <Failure error={error}>
          <Button variant="default" onClick={() => void refetch()}>
            {t('retry')}
          </Button>
        </Failure>
      )}
      {!organization && !error && <Skeleton height={320} />}
      {organization && (
        <>
          <Known organization={organization} />
          <div className={css.parts}>
            <OrganizationContracts organizationId={organization.id} />
            <Section title={t('organizations.people')}>
              {organization.people.length === 0 && (
                <Empty icon={IconUsers} title={t('organizations.no_people')} text={t('organizations.no_people_text')} />
              )}
              {organization.people.length > 0 && (
                <ul className={css.list}>
                  {organization.people.map(({ id, name, email }) => (
                    <li key={id}>
                      <Link to="/customers/$customerId" params={{ customerId: id }} className={css.row}>
                        <Avatar name={name || '?'} id={id} size={28} />
                        <span className={css.name}>{customerName(words, name)}</span>
                        <span className={css.domains}>{email}</span>
                      </Link>
                    </li>
                  ))}
                </ul>
              )}
            </Section>
          </div>
        </>
      )}
      {editing && organization && <OrganizationDialog organization={organization} onClose={() => setEditing(false)} />}
      {removing && organization && <RemoveDialog organization={organization} onClose={() => setRemoving(false)} />}
    </Page>
  );
}

function Known({ organization: { reading, domains, note, attributes } }: { organization: Organization }) {
  const t = useAdminWords();
  const words = useWords();
  const locale = useLocale();
  const { data } = useQuery(attributesQuery);
  const lines: (readonly [string, string])[] = [
    [t('organizations.reading'), reading],
    [t('organizations.domains'), domains.join(t('list_joint'))],
    ...knownAttributes(data?.items ?? [], attributes).map(
      ({ key, definition, value }) =>
        [definition ? labelOf(definition, locale) : key, String(attributeWords(words, definition, value, locale))] as const,
    ),
    [t('organizations.note'), note],
  ];
  const filled = lines.filter(([, value]) => value !== '');
  if (filled.length === 0) return null;
  return (
    <dl className={css.known}>
      {filled.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function RemoveDialog({ organization, onClose }: { organization: Organization; onClose: () => void }) {
  const t = useAdminWords();
  const problem = useProblemWords();
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => call(deleteOrganization, { params: { id: organization.id } }),
    onSuccess: async () => {
      await navigate({ to: '/customers/organizations' });
      queryClient.removeQueries({ queryKey: organizationQuery(organization.id).queryKey });
      void queryClient.invalidateQueries({ queryKey: keys.organizations });
      void queryClient.invalidateQueries({ queryKey: ['customers'] });
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('organizations.remove_ask', { name: organization.name })}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <p className={css.ask}>{t('organizations.remove_text', { count: organization.members })}</p>
      {remove.error && (
        <p role="alert" className={css.failed}>
          {problem(remove.error)}
        </p>
      )}
      <div className={css.foot}>
        <Button variant="default" onClick={onClose} data-autofocus>
          {t('cancel')}
        </Button>
        <Button color="danger" loading={remove.isPending} onClick={() => remove.mutate()}>
          {t('organizations.remove')}
        </Button>
      </div>
    </Modal>
  );
}
