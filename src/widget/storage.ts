/** The storages of a browser, of which each may be missing, null, full or forbidden. */
type StorageKind = "localStorage" | "sessionStorage";

/** What is kept under a name; null also where the storage cannot be read. */
export function kept(name: string, kind: StorageKind = "localStorage"): string | null {
  try {
    return window[kind].getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text where the storage takes it; callers do without it as well. */
export function keep(name: string, text: string, kind: StorageKind = "localStorage"): void {
  try {
    window[kind].setItem(name, text);
  } catch {}
}

/** Forgets what is kept under a name. */
export function drop(name: string, kind: StorageKind = "localStorage"): void {
  try {
    window[kind].removeItem(name);
  } catch {}
}

/** The names that begin so; none where the storage cannot be read. */
export function namesUnder(prefix: string, kind: StorageKind = "localStorage"): string[] {
  try {
    return Object.keys(window[kind]).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
