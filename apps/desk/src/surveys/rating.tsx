import { useWords } from '../app/locale.tsx';
import css from './rating.module.css';
import { faceOf, type Given, ratingWord } from './rating-words.ts';

/** A rating as face and word; `small`: the face alone, its word for whoever asks. Nothing where there is none. */
export function Rating({ of, small = false }: { of: Given | undefined; small?: boolean }) {
  const t = useWords();
  if (!of) return null;
  const word = ratingWord(t, of);
  return (
    <span className={css.rating} title={small ? `${t('survey.answered')}: ${word}` : undefined}>
      <span aria-hidden className={css.face}>
        {faceOf(of)}
      </span>
      {small ? (
        <span className="visually-hidden">
          {t('survey.answered')}: {word}
        </span>
      ) : (
        <span>{word}</span>
      )}
    </span>
  );
}
