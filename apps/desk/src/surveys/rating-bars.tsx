import { useAdminWords } from '../admin/admin-words.ts';
import { useWords } from '../app/locale.tsx';
import { faceOf, ratingWord } from './rating-words.ts';
import css from './surveys.module.css';

type Props = { ratings: readonly number[]; chosen: number | undefined; choose: (rating: number | undefined) => void };

/** How often each rating was given, the best first; pressing one shows its answers alone, pressing it again all of them. */
export function RatingBars({ ratings, chosen, choose }: Props) {
  const t = useAdminWords();
  const words = useWords();
  const most = Math.max(1, ...ratings);
  return (
    <ul className={css.bars} aria-label={t('surveys.ratings')}>
      {[5, 4, 3, 2, 1].map((rating) => {
        const given = { rating, scale: 'five' } as const;
        const [name, count] = [ratingWord(words, given), ratings[rating - 1] ?? 0];
        return (
          <li key={rating}>
            <button
              type="button"
              className={css.bar}
              aria-pressed={chosen === rating}
              aria-label={t('surveys.rating_only', { rating: name, count })}
              onClick={() => choose(chosen === rating ? undefined : rating)}
            >
              <span aria-hidden className={css.face}>
                {faceOf(given)}
              </span>
              <span className={css.barName}>{name}</span>
              <span className={css.track}>
                <span className={css.fill} style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <span className={css.count}>{count}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
