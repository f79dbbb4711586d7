/** The pages of the settings, in the order of their navigation. */
export const SETTINGS_PAGES = [
  { id: "quality", group: "categories", href: "/settings/categories/quality" },
] as const satisfies readonly [SettingsPage, ...SettingsPage[]];

type SettingsPage = { id: string; group: string; href: string };

/** The parts of the pages, in the order in which they stand there. */
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

/** The id of a part's element, which its address names after the `#`. */
export function anchorOf(part: (typeof SETTINGS_PARTS)[number]["id"]): string {
  return `setting-${part}`;
}

/** The address of the page with a category's examples. */
export function examplesAddress(categoryId: string): string {
  return `/settings/categories/quality/${categoryId}`;
}
