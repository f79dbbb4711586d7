import type { SETTINGS_PAGES } from "./settingsPages";

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
