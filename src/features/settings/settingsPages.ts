/** The pages of the settings, in the order of their navigation. */
export const SETTINGS_PAGES = [
  { id: "quality", group: "categories", href: "/settings/categories/quality" },
] as const satisfies readonly [SettingsPage, ...SettingsPage[]];

type SettingsPage = { id: string; group: string; href: string };
