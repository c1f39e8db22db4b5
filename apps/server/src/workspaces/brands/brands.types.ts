/** `url`: path on this server. Width and height in pixels. */
export type Logo = { url: string; width: number; height: number };

/** A brand as customers meet it. */
export type BrandLook = {
  id: string;
  name: string;
  key: string;
  /** #rrggbb */
  color: string;
  /** Null without one. */
  logo: Logo | null;
  host: string | null;
  isDefault: boolean;
};

/** The brands of a workspace and which inbox is whose. `ofInbox`: the default brand's for an inbox that names none, or that nobody knows. */
export type Brands = {
  all: readonly BrandLook[];
  byDefault: BrandLook;
  ofInbox: (inboxId: string) => BrandLook;
};

export type NewBrand = { name: string; key: string; color: string; host: string | null };
