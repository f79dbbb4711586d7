/** The pages of the settings, in the order of their navigation. */
export const SETTINGS_PAGES = [
  { id: "quality", group: "categories", href: "/settings/categories/quality" },
  { id: "presence", group: "people", href: "/settings/people/presence" },
] as const satisfies readonly [SettingsPage, ...SettingsPage[]];

type SettingsPage = { id: string; group: string; href: string };

/** The parts of the pages, in the order in which they stand there. */
export const SETTINGS_PARTS = [
  { id: "figures", page: "quality", title: "quality.figures.title" },
  { id: "fit", page: "quality", title: "quality.fit.title" },
  { id: "target", page: "quality", title: "quality.target.title" },
  { id: "examples", page: "quality", title: "quality.examples.title" },
  { id: "confusions", page: "quality", title: "quality.confusions.title" },
  { id: "try", page: "quality", title: "quality.try.title" },
  { id: "undecided", page: "quality", title: "quality.undecided.title" },
  { id: "import", page: "quality", title: "quality.import.title" },
  { id: "versions", page: "quality", title: "quality.versions.title" },
  { id: "awayAfter", page: "presence", title: "presence.awayAfter.title" },
  { id: "onAbsence", page: "presence", title: "presence.onAbsence.title" },
] as const satisfies readonly SettingsPart[];

/** `title` is the key of its text. */
type SettingsPart = { id: string; page: (typeof SETTINGS_PAGES)[number]["id"]; title: string };

/** The id of a part's element, which its address names after the `#`. */
export function anchorOf(part: (typeof SETTINGS_PARTS)[number]["id"]): string {
  return `setting-${part}`;
}

/** The address of the page with a category's examples. */
export function examplesAddress(categoryId: string): string {
  return `/settings/categories/quality/${categoryId}`;
}
