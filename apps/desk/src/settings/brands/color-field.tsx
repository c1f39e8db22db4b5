import { ColorInput } from '@mantine/core';
import { IconCheck, IconContrast } from '@tabler/icons-react';
import { useAdminWords } from '../../admin/admin-words.ts';
import { contrast, inkOn, isColor } from '../workspace/contrast.ts';
import css from './brands-section.module.css';

const swatches = ['#3b5bdb', '#1c7ed6', '#0b7285', '#2f6b4f', '#2b8a3e', '#a04b00', '#c92a2a', '#a61e4d', '#6741d9', '#343a40'];

type Props = { value: string; error: string | undefined; onChange: (color: string) => void };

/** A color, and whether white on it can be read. */
export function ColorField({ value, error, onChange }: Props) {
  const t = useAdminWords();
  const isReadable = inkOn(isColor(value) ? value : '#000000') === '#ffffff';
  const Icon = isReadable ? IconCheck : IconContrast;
  return (
    <div>
      <ColorInput
        label={t('brand.color')}
        format="hex"
        swatches={swatches}
        swatchesPerRow={10}
        withEyeDropper={false}
        value={value}
        error={error}
        onChange={onChange}
      />
      {isColor(value) && (
        <p className={css.contrast} data-low={!isReadable || undefined} aria-live="polite">
          <Icon size={16} stroke={1.8} aria-hidden />
          <span>{t(isReadable ? 'brand.color_contrast' : 'brand.color_low', { ratio: contrast(value, '#ffffff').toFixed(1) })}</span>
        </p>
      )}
    </div>
  );
}
