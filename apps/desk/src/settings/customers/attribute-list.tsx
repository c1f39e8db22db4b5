import { type AttributeDefinition, createAttribute, deleteAttribute, updateAttribute } from '@madoguchi/contract/attributes.ts';
import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { call } from '../../app/client.ts';
import { queryClient } from '../../app/query-client.ts';
import { attributesQuery } from '../../conversations/customer/customer-knowledge.queries.ts';
import { tellWithUndo } from '../../ui/tell.tsx';
import { MoveButtons } from '../move-buttons.tsx';
import { AttributeDialog } from './attribute-dialog.tsx';
import css from './customers-section.module.css';

type Props = { subject: AttributeDefinition['subject']; attributes: readonly AttributeDefinition[] };

const renew = () => queryClient.invalidateQueries({ queryKey: attributesQuery.queryKey });

/** The attributes of customers or of organizations, in the order in which they are shown. */
export function AttributeList({ subject, attributes }: Props) {
  const t = useAdminWords();
  const [open, setOpen] = useState<AttributeDefinition | 'new' | null>(null);
  const move = useMutation({
    mutationFn: ({ id, place }: { id: string; place: number }) => call(updateAttribute, { params: { id }, body: { place } }),
    onSettled: renew,
  });
  const back = useMutation({
    mutationFn: ({ id: _id, key, label: _label, ...one }: AttributeDefinition) => call(createAttribute, { body: { ...one, label: key } }),
    onSettled: renew,
  });
  const remove = useMutation({
    mutationFn: ({ id }: AttributeDefinition) => call(deleteAttribute, { params: { id } }),
    onSuccess: (_nothing, one) =>
      tellWithUndo(t('attributes.told_removed', { label: one.label }), { label: t('undo'), undo: () => back.mutate(one) }),
    onSettled: renew,
  });
  const add = (
    <Button variant="default" leftSection={<IconPlus size={16} stroke={1.8} />} onClick={() => setOpen('new')}>
      {t(subject === 'conversation' ? 'attributes.new_field' : 'attributes.new')}
    </Button>
  );
  return (
    <Section title={t(`attributes.of_${subject}`)} text={t(`attributes.of_${subject}_text`)} action={add}>
      {attributes.length === 0 && <p className={css.none}>{t('attributes.none')}</p>}
      {attributes.length > 0 && (
        <ul className={css.list}>
          {attributes.map((one, place) => (
            <li key={one.id} className={css.row}>
              <span className={css.words}>
                <span className={css.label}>{one.label}</span>
                <span className={css.kind}>
                  {t(`attributes.kind_${one.kind}`)}
                  {one.choices.length > 0 && `: ${one.choices.join(t('list_joint'))}`}
                  {one.required && ` · ${t(one.requiredWhen.length > 0 ? 'attributes.is_required_when' : 'attributes.is_required')}`}
                  {one.shownWhen.length > 0 && ` · ${t('attributes.is_conditional')}`}
                </span>
              </span>
              <MoveButtons
                name={one.label}
                at={place}
                last={attributes.length - 1}
                busy={move.isPending}
                onMove={(by) => move.mutate({ id: one.id, place: place + by })}
              />
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('attributes.edit', { label: one.label })}
                onClick={() => setOpen(one)}
              >
                <IconPencil size={16} stroke={1.6} />
              </ActionIcon>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('attributes.remove', { label: one.label })}
                onClick={() => remove.mutate(one)}
              >
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      {open && <AttributeDialog subject={subject} attribute={open === 'new' ? null : open} onClose={() => setOpen(null)} onSaved={renew} />}
    </Section>
  );
}
