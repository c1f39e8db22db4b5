/** Which articles the customers of which brand must not find, kept beside a search index. */
export type BrandFence = {
  /** What is so of some articles: those that are for some brands only, with these brands; the others are for all. */
  put: (ids: readonly string[], forBrands: ReadonlyMap<string, readonly string[]>) => void;
  /** The articles that are for other brands only; undefined where there are none. */
  hiddenFrom: (brandId: string) => ReadonlySet<string> | undefined;
};

/** Worked out once for each brand, so that a question costs no more than without brands. */
export function brandFence(): BrandFence {
  const forBrands = new Map<string, readonly string[]>();
  const hidden = new Map<string, ReadonlySet<string>>();
  return {
    put(ids, restricted) {
      for (const id of ids) forBrands.delete(id);
      for (const [id, brands] of restricted) forBrands.set(id, brands);
      hidden.clear();
    },
    hiddenFrom(brandId) {
      if (forBrands.size === 0) return undefined;
      const known = hidden.get(brandId) ?? new Set([...forBrands].flatMap(([id, brands]) => (brands.includes(brandId) ? [] : [id])));
      hidden.set(brandId, known);
      return known;
    },
  };
}
