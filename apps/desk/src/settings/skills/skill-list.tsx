import { createSkill, removeSkill, type Skill, updateSkill } from '@madoguchi/contract/routing.ts';
import { Button, CloseButton, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPlus } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { faults, textFault } from '../../admin/faults.ts';
import { useForm } from '../../admin/form.ts';
import { FormDialog } from '../../admin/form-dialog.tsx';
import { useProblemWords } from '../../admin/problem.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { tell } from '../../ui/tell.tsx';
import { skillsQuery } from '../queues/routing-admin.queries.ts';
import css from './skills.module.css';

const byName = (a: Skill, b: Skill) => a.name.localeCompare(b.name, 'ja');
const keep = (run: (items: Skill[]) => Skill[]) =>
  queryClient.setQueryData(skillsQuery.queryKey, (now) => now && { items: run(now.items).sort(byName) });

/** The skills that queues can ask for. */
export function SkillList({ skills }: { skills: readonly Skill[] }) {
  const t = useAdminWords();
  const problem = useProblemWords();
  const [open, setOpen] = useState<Skill | 'new' | null>(null);
  const removing = useMutation({
    mutationFn: (skill: Skill) => call(removeSkill, { params: { id: skill.id } }),
    onSuccess: (_nothing, skill) => {
      keep((items) => items.filter(({ id }) => id !== skill.id));
      for (const queryKey of [['queues'], ['routing-profiles']]) void queryClient.invalidateQueries({ queryKey });
      tell(t('skills.told_removed', { name: skill.name }));
    },
    onError: (error) => notifications.show({ color: 'danger', message: problem(error) }),
  });
  return (
    <Section
      title={t('skills.title')}
      text={t('skills.text')}
      action={
        <Button leftSection={<IconPlus size={16} stroke={2} />} onClick={() => setOpen('new')}>
          {t('skills.new')}
        </Button>
      }
    >
      {skills.length === 0 ? (
        <p className={css.none}>{t('skills.none')}</p>
      ) : (
        <ul className={css.chips}>
          {skills.map((skill) => (
            <li key={skill.id} className={css.chip}>
              <button type="button" onClick={() => setOpen(skill)} data-small>
                {skill.name}
              </button>
              <CloseButton
                size={24}
                aria-label={t('skills.remove', { name: skill.name })}
                disabled={removing.isPending}
                onClick={() => removing.mutate(skill)}
              />
            </li>
          ))}
        </ul>
      )}
      {open && <SkillDialog skill={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  );
}

function SkillDialog({ skill, onClose }: { skill: Skill | null; onClose: () => void }) {
  const t = useAdminWords();
  const form = useForm({
    id: null,
    stored: { name: skill?.name ?? '' },
    check: ({ name }) => faults({ name: textFault(name, 60) }),
    refusals: { 'skill.name_taken': { path: 'name', word: 'skills.taken' } },
    save: async ({ name }) => {
      const body = { name: name.trim() };
      const saved = skill ? await call(updateSkill, { params: { id: skill.id }, body }) : await call(createSkill, { body });
      keep((items) => [...items.filter(({ id }) => id !== saved.id), saved]);
      onClose();
    },
  });
  return (
    <FormDialog
      title={skill ? skill.name : t('skills.new')}
      submit={t(skill ? 'form.save' : 'queues.create')}
      form={form}
      onClose={onClose}
    >
      <TextInput
        label={t('skills.name')}
        placeholder={t('skills.name_example')}
        maxLength={60}
        autoComplete="off"
        data-autofocus
        {...form.text('name')}
      />
    </FormDialog>
  );
}
