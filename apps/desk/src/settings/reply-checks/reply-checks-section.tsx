import type { CheckRule, ReplyCheckSettings } from '@madoguchi/contract/reply-checks.ts';
import { Switch } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useAdminWords } from '../../admin/admin-words.ts';
import { Section } from '../../admin/section.tsx';
import { Loaded } from '../loaded.tsx';
import css from './reply-checks.module.css';
import { replyChecksQuery, useRulesOff } from './reply-checks.queries.ts';
import { ruleGroups } from './rule-groups.ts';
import { TryCheck } from './try-check.tsx';
import { WordsList } from './words-list.tsx';

/** What replies are looked over for before they go out. */
export function ReplyChecksSection() {
  const query = useQuery(replyChecksQuery);
  return (
    <Loaded query={query} height={600}>
      {(settings) => <Checks settings={settings} />}
    </Loaded>
  );
}

function Checks({ settings }: { settings: ReplyCheckSettings }) {
  const t = useAdminWords();
  const change = useRulesOff();
  const isOn = (rules: readonly CheckRule[]) => rules.some((rule) => !settings.off.includes(rule));
  const set = (rules: readonly CheckRule[], on: boolean) => {
    const others = settings.off.filter((rule) => !rules.includes(rule));
    change.mutate(on ? others : [...others, ...rules]);
  };
  return (
    <div className={css.page}>
      <Section title={t('checks.rules')} text={t('checks.rules_text')}>
        <ul className={css.list}>
          {ruleGroups.map(({ rules, word, text }) => (
            <li key={word} className={css.rule}>
              <Switch
                label={t(word)}
                description={t(text)}
                checked={isOn(rules)}
                onChange={(event) => set(rules, event.currentTarget.checked)}
              />
            </li>
          ))}
        </ul>
      </Section>
      <WordsList words={settings.words} />
      <TryCheck rules={JSON.stringify(settings)} />
    </div>
  );
}
