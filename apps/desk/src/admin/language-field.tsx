import type { Locale } from '@madoguchi/contract/common.ts';
import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';

type Props = { label: string; description?: string; value: Locale; onChange: (locale: Locale) => void };

/** One of our two languages, each by its own name. */
export function LanguageField({ label, description, value, onChange }: Props) {
  const id = useId();
  return (
    <Input.Wrapper label={label} description={description} labelElement="div" labelProps={{ id }}>
      <div>
        <SegmentedControl
          aria-labelledby={id}
          value={value}
          onChange={(chosen) => onChange(chosen === 'en' ? 'en' : 'ja')}
          data={[
            { value: 'ja', label: '日本語' },
            { value: 'en', label: 'English' },
          ]}
        />
      </div>
    </Input.Wrapper>
  );
}
