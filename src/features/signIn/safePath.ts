const ORIGIN = "https://desk.invalid";

/** Returns `path` if it leads to a page of this origin, else `otherwise`: a link to us must not redirect elsewhere. */
export function safePath(path: string | null | undefined, otherwise = "/"): string {
  if (!path?.startsWith("/")) return otherwise;
  if (!URL.canParse(path, ORIGIN)) return otherwise;
  const url = new URL(path, ORIGIN);
  if (url.origin !== ORIGIN || url.pathname.startsWith("//")) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
}
