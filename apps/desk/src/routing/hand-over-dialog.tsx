import { Button, Modal, Radio, Stack, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { handOver } from '../app/api.ts';
import { call } from '../app/client.ts';
import { useWords } from '../app/locale.tsx';
import { problemWords } from '../app/problem-words.ts';
import { useStore } from '../ui/store.ts';
import { tell } from '../ui/tell.tsx';
import css from './dialogs.module.css';
import { dropHandOver, handOverAsks } from './hand-over-store.ts';

const ways = ['queue', 'stand_in', 'keep'] as const;

/** Asked of somebody who leaves with open conversations: back to the queue, to their stand-in, or kept. */
export function HandOverDialog() {
  const atHand = useStore(handOverAsks, (asks) => asks);
  return atHand === null ? null : <Asked atHand={atHand} />;
}

function Asked({ atHand }: { atHand: number }) {
  const t = useWords();
  const [way, setWay] = useState<(typeof ways)[number]>('queue');
  const [note, setNote] = useState('');
  const leave = useMutation({
    mutationFn: async () => (way === 'keep' ? null : call(handOver, { body: { to: way, note } })),
    onSuccess: (done) => {
      dropHandOver();
      tell(done ? t('hand_over.done', { count: done.count }) : t('presence.told', { state: t('presence.off') }));
    },
    onError: (error) => notifications.show({ color: 'danger', message: problemWords(t, error) }),
  });
  return (
    <Modal opened onClose={dropHandOver} title={t('hand_over.title')} closeButtonProps={{ 'aria-label': t('action.close') }}>
      <Stack gap={16}>
        <p className={css.text}>{t('hand_over.text', { count: atHand })}</p>
        <Radio.Group value={way} onChange={(value) => setWay(value as typeof way)} aria-label={t('hand_over.title')}>
          <Stack gap={12}>
            {ways.map((one) => (
              <Radio key={one} value={one} label={t(`hand_over.${one}`)} description={t(`hand_over.${one}_text`)} />
            ))}
          </Stack>
        </Radio.Group>
        {way !== 'keep' && (
          <Textarea
            label={t('hand_over.note')}
            labelProps={{ mb: 4 }}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        )}
        <div className={css.foot}>
          <Button loading={leave.isPending} onClick={() => leave.mutate()}>
            {t('hand_over.go')}
          </Button>
        </div>
      </Stack>
    </Modal>
  );
}
