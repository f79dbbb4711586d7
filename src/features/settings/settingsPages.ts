/** The pages of the settings, in the order of their navigation. */
export const SETTINGS_PAGES = [
  { id: "quality", group: "categories", href: "/settings/categories/quality" },
] as const satisfies readonly [SettingsPage, ...SettingsPage[]];

type SettingsPage = { id: string; group: string; href: string };

/** What there is on the pages, in the order in which it stands there. */
export const SETTINGS_PARTS = [
  { id: "figures", page: "quality" },
  { id: "fit", page: "quality" },
  { id: "target", page: "quality" },
  { id: "examples", page: "quality" },
  { id: "confusions", page: "quality" },
  { id: "try", page: "quality" },
  { id: "undecided", page: "quality" },
  { id: "import", page: "quality" },
  { id: "versions", page: "quality" },
] as const satisfies readonly { id: string; page: (typeof SETTINGS_PAGES)[number]["id"] }[];

/** What the address of a part names after its `#`: the id of the element that the part is. */
export function anchorOf(part: (typeof SETTINGS_PARTS)[number]["id"]): string {
  return `setting-${part}`;
}

/** Where a category's examples are looked through. */
export function examplesAddress(categoryId: string): string {
  return `/settings/categories/quality/${categoryId}`;
}
