import type { CheckFinding, CompanyWord } from '@madoguchi/contract/reply-checks.ts';

export type Finding = CheckFinding;

/** A reply and what it is held against. */
export type Draft = {
  text: string;
  /** The language in which the customer writes. */
  locale: 'ja' | 'en';
  customerName: string;
  /** Everything that was said before in this conversation: names and numbers in it may be said again. */
  said: string;
  /** Names of the company's own people: they introduce themselves. */
  agentNames: readonly string[];
  /** Order numbers of the text, as written, that other customers spoke of and this one never did. */
  othersOrders: readonly string[];
  attachments: number;
  /** What the articles say whose words are in the reply. */
  articles: readonly string[];
  charset: 'utf-8' | 'iso-2022-jp';
  companyWords: readonly Pick<CompanyWord, 'word' | 'instead' | 'remark' | 'weight'>[];
};

/** Looks for one kind of slip. Pure. */
export type Rule = (draft: Draft) => Finding[];
