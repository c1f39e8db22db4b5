import { type CustomRole, roleBase } from '@madoguchi/contract/roles.ts';
import { Button, Select } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { tell } from '../../ui/tell.tsx';
import css from './roles.module.css';
import { dropRole } from './roles.queries.ts';

/** A role goes with another one in its place, if anybody has it. */
export function RemoveRole({ role, others }: { role: CustomRole; others: readonly CustomRole[] }) {
  const t = useAdminWords();
  const navigate = useNavigate();
  const [replaceBy, setReplaceBy] = useState<string>(role.base);
  const isUsed = role.agents > 0;
  const removing = useMutation({
    mutationFn: () => dropRole(role.id, isUsed ? replaceBy : null),
    onSuccess: async () => {
      await navigate({ to: '/settings/$', params: { _splat: 'roles' } });
      tell(t('roles.told_removed', { name: role.name }));
    },
  });
  return (
    <Section title={t('roles.remove')} text={isUsed ? t('roles.remove_used', { count: role.agents }) : t('roles.remove_free')}>
      <div className={css.remove}>
        {isUsed && (
          <Select
            label={t('roles.replace_by')}
            allowDeselect={false}
            data={[
              ...roleBase.options.map((base) => ({ value: base as string, label: t(`role.${base}`) })),
              ...others.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={replaceBy}
            onChange={(chosen) => chosen && setReplaceBy(chosen)}
          />
        )}
        <Button
          variant="default"
          loading={removing.isPending}
          leftSection={<IconTrash size={16} stroke={1.6} aria-hidden />}
          onClick={() => removing.mutate()}
        >
          {t('roles.remove')}
        </Button>
      </div>
    </Section>
  );
}
