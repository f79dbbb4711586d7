import { createPreference } from "../createPreference";

const preference = createPreference("parley.letterKeys", ["on", "off"] as const);

/** Whether single letters act as shortcuts on this device (WCAG 2.1.4); on until they are turned off. */
export const letterKeys = {
  isOn: () => preference.read() === "on",
  turn: (isOn: boolean) => preference.write(isOn ? "on" : "off"),
  subscribe: preference.subscribe,
};
