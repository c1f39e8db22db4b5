/**
 * What a line of a mail is: blank · text · quote (`> …`) · intro (`On … wrote:`) · field (`From: …` of a copied header) · original
 * (`-----Original Message-----`) · rule (a line of dashes) · device (`Sent from my phone`).
 */
export type LineKind = 'blank' | 'text' | 'quote' | 'intro' | 'field' | 'original' | 'rule' | 'device';

/** A language's way of leading in a quotation. `on` begins the line, `wrote` stands somewhere behind; both may be missing. */
export type IntroWords = { on: string; wrote: string };
