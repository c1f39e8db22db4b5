import { Button, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { type FormEvent, useState } from 'react';
import { useAdminWords } from '../../../admin/admin-words.ts';
import { useSettled } from '../../../admin/use-settled.ts';
import { helpUrlOf } from '../../help-url.ts';
import { linkableQuery } from '../../knowledge.queries.ts';
import { addressOf } from './address.ts';
import css from './panel.module.css';

/** Where a link leads: an address, or an article of the help center found by its title. */
export function LinkPanel({ editor, onClose }: { editor: Editor; onClose: () => void }) {
  const t = useAdminWords();
  const [was] = useState(() => String(editor.getAttributes('link').href ?? ''));
  const [typed, setTyped] = useState(was);
  const [refused, setRefused] = useState(false);
  const looksLikeAddress = /^(?:[a-z]+:|\/|#|www\.)/i.test(typed.trim());
  const q = useSettled(looksLikeAddress ? '' : typed.trim(), 200);
  const { data } = useQuery({ ...linkableQuery(q), enabled: !looksLikeAddress });

  // Whose title has the words comes before whose text has them.
  const found = data?.items.toSorted((a, b) => Number(b.question.includes(q)) - Number(a.question.includes(q)));

  const link = (href: string, words: string) => {
    const { empty } = editor.state.selection;
    const chain = editor.chain().focus();
    if (was) chain.extendMarkRange('link').setLink({ href }).run();
    else if (empty)
      chain
        .insertContent({ type: 'text', text: words, marks: [{ type: 'link', attrs: { href } }] })
        .unsetMark('link')
        .run();
    else chain.setLink({ href }).run();
    onClose();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    const address = addressOf(typed);
    if (address) link(address, typed.trim());
    else setRefused(true);
  };
  const remove = () => {
    editor.chain().focus().extendMarkRange('link').unsetLink().run();
    onClose();
  };
  return (
    <form className={css.panel} onSubmit={submit} noValidate>
      <div className={css.row}>
        <TextInput
          className={css.grow}
          label={t('link.address')}
          placeholder={t('link.address_example')}
          value={typed}
          error={refused && t('link.not_allowed')}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setRefused(false);
          }}
          data-autofocus
          autoFocus
        />
      </div>
      {!looksLikeAddress && found && (
        <div>
          <p className={css.note}>{t('link.articles')}</p>
          {found.length === 0 ? (
            <p className={css.note}>{t('link.none')}</p>
          ) : (
            <ul className={css.found}>
              {found.map((article) => (
                <li key={article.id}>
                  <button type="button" className={css.hit} onClick={() => link(helpUrlOf(article), article.question)}>
                    {article.question}
                  </button>
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
      <div className={css.buttons}>
        {was && (
          <Button variant="subtle" color="gray" onClick={remove}>
            {t('link.remove')}
          </Button>
        )}
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button type="submit">{t('link.apply')}</Button>
      </div>
    </form>
  );
}
