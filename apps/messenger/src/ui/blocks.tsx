import type { Block } from '@madoguchi/contract/messages.ts';
import { date } from '../text/dates.ts';
import { safeHref } from '../text/linkify.ts';
import { AskEmail } from './ask-email.tsx';
import { Icon } from './icons.tsx';
import { Markdown } from './markdown.tsx';
import { Out } from './out.tsx';
import type { SaidProps } from './said-message.tsx';

type Of<Type> = SaidProps & Extract<Block, { type: Type }>;

/** The structured parts of a bot message: quotes, buttons, the field for an e-mail address. */
export const Blocks = (props: SaidProps) => (
  <>
    {props.row.said.blocks.map((block) => {
      if (block.type === 'quote') return <Quote {...props} {...block} />;
      if (block.type === 'choices') return <Choices {...props} {...block} />;
      return block.type === 'ask_email' && <AskEmail {...props} />;
    })}
  </>
);

function Quote({ title, url, markdown, updatedAt, whole, origin, locale, t }: Of<'quote'>) {
  const href = safeHref(url, origin) ?? origin;
  return (
    <blockquote class="box quote">
      <h2>{title}</h2>
      <Markdown text={markdown} base={href} />
      <Out class="link" href={href} title={t('new_tab')}>
        {t(whole === false ? 'read_on' : 'open_article')}
        <Icon name="out" />
      </Out>
      {updatedAt && <p class="fine">{t('updated', { date: date(new Date(updatedAt), locale) })}</p>}
    </blockquote>
  );
}

/** A rating can be changed whenever the customer thinks again: its buttons stay alive. */
const Choices = ({ choices, live, chosen, chat }: Of<'choices'>) => (
  <div class="choices">
    {choices.map(({ label, choice }) => (
      <button
        type="button"
        class={label === chosen ? 'choice is-chosen' : 'choice'}
        aria-pressed={label === chosen || undefined}
        disabled={!live && choice.kind[0] !== 'r'}
        onClick={() => chat.choose(label, choice)}
      >
        <span class="grow">{label}</span>
        {label === chosen && <Icon name="check" />}
      </button>
    ))}
  </div>
);
