import type { Theme } from "./themePreference";

/** Gives the document the colours of a theme; "system" is what the system says at this moment. */
export function applyTheme(theme: Theme): void {
  const isDark = theme === "dark" || (theme === "system" && systemIsDark().matches);
  document.documentElement.dataset.theme = isDark ? "dark" : "light";
}

/** The system's wish, to be followed while the theme is "system". */
export function systemIsDark(): MediaQueryList {
  return matchMedia("(prefers-color-scheme: dark)");
}
