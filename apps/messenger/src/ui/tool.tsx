import { Icon, type IconName } from './icons.tsx';

/** A button that is only a drawing; `label` is what it is called. */
export const Tool = ({
  icon,
  label,
  ...rest
}: {
  icon: IconName;
  label: string;
  onClick: (event: Event) => void;
  'aria-expanded'?: boolean;
}) => (
  <button type="button" class="tool" aria-label={label} title={label} {...rest}>
    <Icon name={icon} />
  </button>
);
