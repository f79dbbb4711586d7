import { createPreference } from "../preferences";

export type Theme = "system" | "light" | "dark";

/** The theme of this device; twin of `THEME_SCRIPT`, which reads the same key before anything is painted. */
export const themePreference = createPreference<Theme>("parley.theme", ["system", "light", "dark"]);

/** Gives the document the colours of a theme; "system" is what the system says at this moment. */
export function applyTheme(theme: Theme): void {
  const isDark = theme === "dark" || (theme === "system" && systemIsDark().matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}

/** The system's wish, to be followed while the theme is "system". */
export function systemIsDark(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}

/**
 * Runs before the first paint, so that a dark desk never flashes white: the choice kept by `themePreference`, else the
 * system's. It stands inline in the document, under the request's nonce.
 */
export const THEME_SCRIPT = `
var kept; try { kept = localStorage.getItem("parley.theme"); } catch (e) {}
var dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
document.documentElement.dataset.theme = dark ? "dark" : "light";
`;
