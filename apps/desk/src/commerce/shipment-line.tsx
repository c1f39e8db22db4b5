import type { Shipment } from '@madoguchi/contract/commerce.ts';
import { IconExternalLink, IconTruck } from '@tabler/icons-react';
import { useWords } from '../app/locale.tsx';
import { isSafeHref } from '../ui/markdown.ts';
import css from './orders.module.css';
import { StateMark } from './state-mark.tsx';
import { shipmentTone } from './tones.ts';

/** A parcel: by whom, under which number (a link to where it is), and how far, unless the order says just that. */
export function ShipmentLine({ shipment, isAlone }: { shipment: Shipment; isAlone: boolean }) {
  const t = useWords();
  const { carrier, carrierName, trackingNumber, trackingUrl, state } = shipment;
  const name = carrier === 'other' ? carrierName || t('shipment.carrier.other') : t(`shipment.carrier.${carrier}`);
  return (
    <li className={css.part}>
      <IconTruck size={16} stroke={1.6} aria-hidden className={css.glyph} />
      <span className={css.words}>
        {name}
        {trackingNumber &&
          (isSafeHref(trackingUrl) ? (
            <a className={css.track} href={trackingUrl} target="_blank" rel="noreferrer noopener" title={t('shipment.track')}>
              {trackingNumber}
              <IconExternalLink size={14} stroke={1.8} aria-hidden />
            </a>
          ) : (
            <span className={css.plain}>{trackingNumber}</span>
          ))}
      </span>
      {!(isAlone && (state === 'shipped' || state === 'delivered')) && (
        <StateMark tone={shipmentTone[state]}>{t(`shipment.state.${state}`)}</StateMark>
      )}
    </li>
  );
}
