import { createPreference } from "../createPreference";

export type Theme = "system" | "light" | "dark";

/** The theme of this device; twin of `THEME_SCRIPT`, which reads the same key before anything is painted. */
export const themePreference = createPreference<Theme>("parley.theme", ["system", "light", "dark"]);
