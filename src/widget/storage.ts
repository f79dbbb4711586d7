/** The storages of a browser, of which each may be missing, null, full or forbidden. */
export type StorageKind = "localStorage" | "sessionStorage";

/** What is kept under a name; null also where the storage cannot be read. */
export function kept(kind: StorageKind, name: string): string | null {
  try {
    return window[kind].getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text, or forgets the name with null; false where the storage took neither. */
export function keep(kind: StorageKind, name: string, text: string | null): boolean {
  try {
    if (text === null) window[kind].removeItem(name);
    else window[kind].setItem(name, text);
    return true;
  } catch {
    return false;
  }
}

/** The names that begin so; none where the storage cannot be read. */
export function namesUnder(kind: StorageKind, prefix: string): string[] {
  try {
    return Object.keys(window[kind]).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
