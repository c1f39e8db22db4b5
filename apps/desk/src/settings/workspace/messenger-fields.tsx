import { Alert, ColorInput, SegmentedControl, Select, Textarea } from '@mantine/core';
import { IconContrast } from '@tabler/icons-react';
import { useState } from 'react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { contrast, inkOn, isColor } from './contrast.ts';
import { MessengerPreview } from './messenger-preview.tsx';
import { replyChoices, spanOf } from './reply-minutes.ts';
import css from './workspace-section.module.css';
import type { WorkspaceFormState } from './workspace-section.tsx';

const swatches = ['#3b5bdb', '#1c7ed6', '#0b7285', '#2f6b4f', '#2b8a3e', '#a04b00', '#c92a2a', '#a61e4d', '#6741d9', '#343a40'];

/** What customers see first: color, greeting and how soon somebody answers, with a likeness that follows every change. */
export function MessengerFields({ form }: { form: WorkspaceFormState }) {
  const t = useAdminWords();
  const [shown, setShown] = useState<'ja' | 'en'>(form.values.locale);
  const { color, greeting, replyMinutes } = form.values;
  const readable = isColor(color);
  const greet = (locale: 'ja' | 'en') => ({
    value: greeting[locale],
    error: form.error(`greeting.${locale}`),
    onBlur: () => form.touch(`greeting.${locale}`),
    onFocus: () => setShown(locale),
    onChange: (event: { currentTarget: { value: string } }) => form.set({ greeting: { ...greeting, [locale]: event.currentTarget.value } }),
  });
  return (
    <Section title={t('workspace.messenger')} text={t('workspace.messenger_text')}>
      <div className={css.messenger}>
        <div className={css.fields}>
          <div>
            <ColorInput
              label={t('workspace.color')}
              format="hex"
              swatches={swatches}
              swatchesPerRow={10}
              withEyeDropper={false}
              value={color}
              error={form.error('color')}
              onBlur={() => form.touch('color')}
              onChange={(value) => form.set({ color: value })}
            />
            {readable && inkOn(color) === '#000000' && (
              <Alert mt={8} color="warning" icon={<IconContrast />}>
                {t('workspace.contrast', { ratio: contrast(color, '#ffffff').toFixed(1) })}
              </Alert>
            )}
          </div>
          <Textarea label={t('workspace.greeting_ja')} autosize minRows={2} maxLength={300} lang="ja" {...greet('ja')} />
          <Textarea label={t('workspace.greeting_en')} autosize minRows={2} maxLength={300} lang="en" {...greet('en')} />
          <Select
            label={t('workspace.reply')}
            description={t('workspace.reply_help')}
            allowDeselect={false}
            value={String(replyMinutes)}
            onChange={(value) => value && form.set({ replyMinutes: Number(value) })}
            data={replyChoices(replyMinutes).map((minutes) => ({
              value: String(minutes),
              label: t(spanOf(minutes).word, { count: spanOf(minutes).count }),
            }))}
          />
        </div>
        <div className={css.likeness}>
          <SegmentedControl
            size="xs"
            value={shown}
            onChange={(value) => setShown(value === 'en' ? 'en' : 'ja')}
            aria-label={t('workspace.preview_language')}
            data={[
              { value: 'ja', label: '日本語' },
              { value: 'en', label: 'English' },
            ]}
          />
          <MessengerPreview
            locale={shown}
            name={form.values.name}
            color={readable ? color : '#3b5bdb'}
            greeting={greeting[shown]}
            replyMinutes={replyMinutes}
          />
        </div>
      </div>
    </Section>
  );
}
