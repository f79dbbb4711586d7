import { drop, keep, kept } from "../../storage";

/** How long a key is used. Later its visit is found by the credential, and the desk soon refuses the key. */
const KEY_USED_MS = 300_000;
const STORE = "visit";

type Made = { key: string; madeAtMs: number };

/**
 * The key with which this browser begins its visit at a widget. All tabs and frames get the same key, so that they
 * begin the same visit. `refused` is a key that the desk no longer takes; another one replaces it. In IndexedDB the
 * first of several writers wins. Where it is forbidden, the page's storage is used, under the browser's lock if any.
 * Where nothing can be kept, each frame has its own key.
 */
export async function visitKey(widgetKey: string, refused: string | null, nowMs: number): Promise<string> {
  const mine: Made = { key: newKey(), madeAtMs: nowMs };
  const chosen = (known: Made | null | undefined) =>
    known && known.key !== refused && Math.abs(nowMs - known.madeAtMs) < KEY_USED_MS ? known : mine;
  try {
    return (await chosenInDatabase(widgetKey, chosen)).key;
  } catch {
    return (await locked(widgetKey, () => chosenInStorage(widgetKey, chosen))).key;
  }
}

/** Forgets the key, so that the next visit of this browser begins with a new one. */
export async function forgetVisitKey(widgetKey: string): Promise<void> {
  drop(nameOf(widgetKey));
  await chosenInDatabase(widgetKey, () => null).catch(() => undefined);
}

/** Reads and writes in one transaction, which excludes the transactions of all other tabs. */
async function chosenInDatabase<C extends Made | null>(
  widgetKey: string,
  chosen: (known: Made | null | undefined) => C,
): Promise<C> {
  const database = await opened(nameOf(widgetKey));
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, "readwrite");
      const store = transaction.objectStore(STORE);
      const reading = store.get(STORE);
      let made: C;
      reading.onsuccess = () => {
        made = chosen(reading.result);
        store.put(made, STORE);
      };
      transaction.oncomplete = () => resolve(made);
      transaction.onabort = () => reject(transaction.error);
    });
  } finally {
    database.close();
  }
}

function opened(name: string): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error);
  });
}

function chosenInStorage<C extends Made | null>(widgetKey: string, chosen: (known: Made | null) => C): C {
  const made = chosen(readMade(kept(nameOf(widgetKey))));
  keep(nameOf(widgetKey), JSON.stringify(made));
  return made;
}

function readMade(text: string | null): Made | null {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}

/** Runs under the browser's lock; without it on pages without https, which have no locks. */
async function locked<T>(widgetKey: string, run: () => T): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? locks.request(nameOf(widgetKey), run) : run();
}

const nameOf = (widgetKey: string) => `parley:${widgetKey}:visit`;

/** 256 random bits, since the key opens the visit that it began. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
