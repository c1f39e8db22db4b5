// Pure: what is shown as cards. Labels of buttons end at 20 characters there, so an article's title stands as text that can be pressed.
import type { messagingApi } from '@line/bot-sdk';
import { plainText } from '../../../knowledge/plain-text.rules.ts';
import { wordsFor } from '../../../platform/words.ts';
import type { Outbound } from '../../port/port.types.ts';
import { shorten } from '../../port/shorten.rules.ts';
import { splitText } from '../../port/split-text.rules.ts';
import { dataOf } from './buttons.rules.ts';

type Choice = Outbound['choices'][number];
type Locale = Outbound['conversation']['locale'];

const LONGEST_ALT = 400;
const LONGEST_CARD_TEXT = 900;
const LONGEST_TITLE = 200;
/** https://developers.line.biz/en/docs/messaging-api/flex-message-elements/#carousel */
const MOST_CARDS = 12;
const ACCENT = '#2f6f4f';
const FAINT = '#6b6f6c';

/** The beginning of a text, its lines kept, and whether there is more. */
const beginning = (whole: string, longest: number): string => {
  const [first = '', ...more] = splitText(whole, longest);
  return more.length > 0 ? `${first}…` : first;
};

const text = (content: string, look: Partial<messagingApi.FlexText> = {}): messagingApi.FlexText => ({
  type: 'text',
  text: content || ' ',
  wrap: true,
  ...look,
});

const flex = (altText: string, contents: messagingApi.FlexContainer): messagingApi.FlexMessage => ({
  type: 'flex',
  altText: shorten(altText, LONGEST_ALT) || ' ',
  contents,
});

export const isHttps = (url: string | null): url is string => url?.startsWith('https://') === true && url.length <= 1000;

/** The quoted article: its title, its words, and where the whole of it can be read. */
export function articleCard({ title, text: markdown, url }: NonNullable<Outbound['quote']>, locale: Locale): messagingApi.FlexMessage {
  const words = beginning(plainText(markdown), LONGEST_CARD_TEXT);
  const link = isHttps(url) ? [buttonTo(url, wordsFor(locale)('channel.read_article'))] : [];
  return flex(`${title}\n${words}`, {
    type: 'bubble',
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'md',
      contents: [text(shorten(title, LONGEST_TITLE), { weight: 'bold', size: 'md' }), text(words, { size: 'sm' })],
    },
    ...(link.length > 0 ? { footer: { type: 'box', layout: 'vertical', contents: link } } : {}),
  });
}

const buttonTo = (uri: string, label: string): messagingApi.FlexButton => ({
  type: 'button',
  style: 'link',
  height: 'sm',
  color: ACCENT,
  action: { type: 'uri', label: shorten(label, 20), uri },
});

export const postback = (choice: Choice, labelled: number): messagingApi.PostbackAction => ({
  type: 'postback',
  label: shorten(choice.label, labelled),
  data: dataOf(choice.data, choice.label),
  displayText: shorten(choice.label, 300),
});

/** Articles to choose from, side by side. */
export function articleCards(choices: readonly Choice[], locale: Locale): messagingApi.FlexMessage {
  const say = wordsFor(locale);
  const contents = choices.slice(0, MOST_CARDS).map(
    (choice): messagingApi.FlexBubble => ({
      type: 'bubble',
      size: 'kilo',
      body: { type: 'box', layout: 'vertical', contents: [text(shorten(choice.label, LONGEST_TITLE), { weight: 'bold', size: 'sm' })] },
      footer: {
        type: 'box',
        layout: 'vertical',
        contents: [
          {
            type: 'button',
            style: 'primary',
            height: 'sm',
            color: ACCENT,
            action: { ...postback(choice, 20), label: shorten(say('channel.choose_article'), 20) },
          },
        ],
      },
    }),
  );
  return flex(choices.map(({ label }) => label).join('\n'), contents.length === 1 ? contents[0]! : { type: 'carousel', contents });
}

/** Choices whose words are too long for buttons, below one another. */
export function choiceList(choices: readonly Choice[]): messagingApi.FlexMessage {
  return flex(choices.map(({ label }) => label).join('\n'), {
    type: 'bubble',
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'sm',
      contents: choices.map(
        (choice): messagingApi.FlexBox => ({
          type: 'box',
          layout: 'vertical',
          borderWidth: '1px',
          borderColor: FAINT,
          cornerRadius: '8px',
          paddingAll: '12px',
          action: postback(choice, 20),
          contents: [text(shorten(choice.label, LONGEST_TITLE), { size: 'sm', align: 'center', color: ACCENT })],
        }),
      ),
    },
  });
}

const LONGEST_QUESTION = 500;

/** A question with faces in a row. It stays where it is, unlike quick replies: who thinks again presses another one. */
export function ratingCard(question: string, choices: readonly Choice[]): messagingApi.FlexMessage {
  return flex(question, {
    type: 'bubble',
    body: {
      type: 'box',
      layout: 'vertical',
      spacing: 'lg',
      contents: [
        text(shorten(question, LONGEST_QUESTION), { weight: 'bold', size: 'md' }),
        { type: 'box', layout: 'horizontal', spacing: 'sm', contents: choices.map(faceBox) },
      ],
    },
  });
}

function faceBox(choice: Choice): messagingApi.FlexBox {
  const [face = '', ...words] = choice.label.split(' ');
  return {
    type: 'box',
    layout: 'vertical',
    spacing: 'xs',
    flex: 1,
    paddingTop: '8px',
    paddingBottom: '8px',
    action: postback(choice, 20),
    contents: [text(face, { align: 'center', size: 'xl' }), text(words.join(' '), { align: 'center', size: 'xxs', color: FAINT })],
  };
}
