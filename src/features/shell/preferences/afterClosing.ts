import { createPreference } from "../createPreference";

export const AFTER_CLOSING = ["next", "stay", "list"] as const;

/** Where a reply that closes leads: to the next request of the list, nowhere, or to the list. */
export type AfterClosing = (typeof AFTER_CLOSING)[number];

export const afterClosing = createPreference<AfterClosing>("parley.afterClosing", AFTER_CLOSING);
