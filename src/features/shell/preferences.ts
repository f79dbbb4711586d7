/**
 * One choice kept on this device, followed by everything that shows it. The first of `values` is the default, and
 * what a browser without storage keeps until the page goes.
 */
export function createPreference<Value extends string>(key: string, values: readonly [Value, ...Value[]]) {
  const listeners = new Set<() => void>();
  let current: Value | undefined;

  const stored = (): Value => {
    const kept = readKept(key);
    return values.find((each) => each === kept) ?? values[0];
  };

  return {
    read: (): Value => {
      current ??= stored();
      return current;
    },
    write(value: Value) {
      current = value;
      keep(key, value);
      for (const listener of listeners) listener();
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage can be switched off; the default is as good an answer as any.
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // The choice then lasts as long as the page.
  }
}

export const AFTER_CLOSING = ["next", "stay", "list"] as const;

/** Where a reply that closes leads: to the next request of the list, nowhere, or to the list. */
export type AfterClosing = (typeof AFTER_CLOSING)[number];

export const afterClosing = createPreference<AfterClosing>("parley.afterClosing", AFTER_CLOSING);

const letterKeysPreference = createPreference("parley.letterKeys", ["on", "off"] as const);

/** Whether single letters act as shortcuts on this device (WCAG 2.1.4); on until they are turned off. */
export const letterKeys = {
  isOn: () => letterKeysPreference.read() === "on",
  turn: (isOn: boolean) => letterKeysPreference.write(isOn ? "on" : "off"),
  subscribe: letterKeysPreference.subscribe,
};
