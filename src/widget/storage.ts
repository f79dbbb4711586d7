/** The storages of a browser. Each may be missing, null, full or forbidden. */
type StorageKind = "localStorage" | "sessionStorage";

/** The text kept under a name; null if there is none or the storage cannot be read. */
export function kept(name: string, kind: StorageKind = "localStorage"): string | null {
  try {
    return window[kind].getItem(name);
  } catch {
    return null;
  }
}

/** Keeps a text if the storage takes it. Callers must work without it, too. */
export function keep(name: string, text: string, kind: StorageKind = "localStorage"): void {
  try {
    window[kind].setItem(name, text);
  } catch {}
}

/** Removes the text kept under a name. */
export function drop(name: string, kind: StorageKind = "localStorage"): void {
  try {
    window[kind].removeItem(name);
  } catch {}
}

/** The names that begin with `prefix`; none if the storage cannot be read. */
export function namesUnder(prefix: string, kind: StorageKind = "localStorage"): string[] {
  try {
    return Object.keys(window[kind]).filter((name) => name.startsWith(prefix));
  } catch {
    return [];
  }
}
