import { IconPhoneIncoming } from '@tabler/icons-react';
import { useParams } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../app/locale.tsx';
import { useActions } from '../keys/actions.ts';
import css from './offer-card.module.css';
import { OfferCard } from './offer-card.tsx';
import { ring } from './ring.ts';
import { useBlinkingTitle } from './use-blinking-title.ts';
import { useOffers } from './use-offers.ts';

const SHOWN = 3;

/** What is offered to me, wherever I am at the desk: at the lower right, on a phone at the top. */
export function Offers() {
  const t = useWords();
  const { offers, skew, accept, accepting, decline } = useOffers();
  const [first] = offers;
  const { conversationId } = useParams({ strict: false });
  useActions(
    first
      ? [{ id: 'offer.accept', word: 'offer.accept', group: 'group.desk', icon: IconPhoneIncoming, keys: 'y', run: () => accept(first.id) }]
      : [],
  );
  useBlinkingTitle(first ? t('offer.title_mark') : null);
  const known = useRef(new Set<string>());
  useEffect(() => {
    const isNew = offers.some(({ id }) => !known.current.has(id));
    known.current = new Set(offers.map(({ id }) => id));
    if (isNew) ring();
  }, [offers]);
  return (
    <section className={css.stack} data-reading={conversationId ? '' : undefined} aria-label={t('offer.region')} aria-live="polite">
      {offers.slice(0, SHOWN).map((offer, index) => (
        <OfferCard
          key={offer.id}
          offer={offer}
          skew={skew}
          first={index === 0}
          accepting={accepting === offer.id}
          onAccept={() => accept(offer.id)}
          onDecline={(reason) => decline({ offerId: offer.id, reason })}
        />
      ))}
    </section>
  );
}
