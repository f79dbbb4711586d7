/**
 * Runs before the first paint, so that a dark desk never flashes white: the choice kept by `themePreference`, else the
 * system's. It stands inline in the document, under the request's nonce.
 */
export const THEME_SCRIPT = `
var kept; try { kept = localStorage.getItem("parley.theme"); } catch (e) {}
var dark = kept === "dark" || (kept !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
document.documentElement.dataset.theme = dark ? "dark" : "light";
`;
