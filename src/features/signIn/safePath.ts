const ORIGIN = "https://desk.invalid";

/** `path` when it leads to a page of this very origin, else `otherwise`: nobody is sent elsewhere by a link to us. */
export function safePath(path: string | null | undefined, otherwise = "/"): string {
  if (!path?.startsWith("/")) return otherwise;
  if (!URL.canParse(path, ORIGIN)) return otherwise;
  const url = new URL(path, ORIGIN);
  if (url.origin !== ORIGIN || url.pathname.startsWith("//")) return otherwise;
  return `${url.pathname}${url.search}${url.hash}`;
}
