// Pure: how somebody is spoken to.

const HONORIFIC = /(?:様|さま|さん|殿|御中|先生)$/;

/** A name with 様, once; お客様 for whom we know by no name. In English the name alone. */
export function addressed(name: string, language: string): string {
  const known = name.trim();
  if (language === 'en') return known || 'customer';
  if (known === '') return 'お客様';
  return HONORIFIC.test(known) ? known : `${known} 様`;
}
