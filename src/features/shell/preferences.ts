import { createCallbacks } from "@/client/createCallbacks";

/**
 * A choice that is kept on this device and can be subscribed to. The first of `values` is the default. Without storage
 * the choice lasts as long as the page.
 */
export function createPreference<Value extends string>(key: string, values: readonly [Value, ...Value[]]) {
  const listeners = createCallbacks<[]>();
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
      listeners.call();
    },
    subscribe: listeners.add,
  };
}

function readKept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    // Storage can be switched off: the default applies.
    return null;
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // Storage is switched off or full.
  }
}

export const AFTER_CLOSING = ["next", "stay", "list"] as const;

/** What is shown after a reply that closes a request: the next request of the list, the same one, or the list. */
export type AfterClosing = (typeof AFTER_CLOSING)[number];

export const afterClosing = createPreference<AfterClosing>("parley.afterClosing", AFTER_CLOSING);

const letterKeysPreference = createPreference("parley.letterKeys", ["on", "off"] as const);

/** Whether single letters act as shortcuts on this device (WCAG 2.1.4). On by default. */
export const letterKeys = {
  isOn: () => letterKeysPreference.read() === "on",
  turn: (isOn: boolean) => letterKeysPreference.write(isOn ? "on" : "off"),
  subscribe: letterKeysPreference.subscribe,
};
