import { drop, keep, kept } from "../../storage";

/** Past this the visit that a key began has long been found by its credential; the desk refuses the key soon after. */
const KEY_USED_MS = 300_000;
const STORE = "visit";

type Made = { key: string; madeAtMs: number };

/**
 * The key by which this browser begins its visit at a widget: the same for all tabs and frames that ask, so that they
 * begin one visit between them. `refused` is a key that the desk took no more: another one takes its place. IndexedDB
 * gives the first of several writers the word in every browser; where it is forbidden, the page's storage under the
 * browser's lock does, as far as there are both; and where nothing can be kept each frame is on its own.
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

/** Has the next visit of this browser begin by a new key. */
export async function forgetVisitKey(widgetKey: string): Promise<void> {
  drop(nameOf(widgetKey));
  await chosenInDatabase(widgetKey, () => null).catch(() => undefined);
}

/** Reads and writes in one transaction, which excludes those of all other tabs. */
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

/** Pages without https have no locks. */
async function locked<T>(widgetKey: string, run: () => T): Promise<T> {
  const { locks } = navigator as { locks?: LockManager };
  return locks ? locks.request(nameOf(widgetKey), run) : run();
}

const nameOf = (widgetKey: string) => `parley:${widgetKey}:visit`;

/** 256 bits of chance: whoever knows it may take up the visit that it began. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
