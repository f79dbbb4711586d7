import { createPreference } from "../preferences";

export type Theme = "system" | "light" | "dark";

/** The theme of this device. `THEME_SCRIPT` reads the same key before anything is painted. */
export const themePreference = createPreference<Theme>("parley.theme", ["system", "light", "dark"]);

/** Gives the document the colours of a theme. "system" means what the system asks for at this moment. */
export function applyTheme(theme: Theme): void {
  const isDark = theme === "dark" || (theme === "system" && systemIsDark().matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}

/** Whether the system asks for dark colours; it can be listened to. */
export function systemIsDark(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

/**
 * Sets the theme before the first paint, so that a dark desk does not flash white: the choice of `themePreference`,
 * else that of the system. It is inline in the document, with the nonce of the request.
 */
export const THEME_SCRIPT = `
var kept; try { kept = localStorage.getItem("parley.theme"); } catch (e) {}
var dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
document.documentElement.dataset.theme = dark ? "dark" : "light";
`;
