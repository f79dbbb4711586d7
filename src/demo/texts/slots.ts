/**
 * The slots that texts may hold as `{name}`. Each has one value per conversation, so that customer and rep mean the
 * same thing. `amount` is 15–400 €, `largeAmount` 1,200–9,500 €, both with the currency ("€84.50"); `date` ("14 March")
 * lies days before the conversation, `nextDate` days after it; `firstName` is the customer's.
 */
export const SLOT_NAMES = [
  "firstName",
  "amount",
  "largeAmount",
  "date",
  "nextDate",
  "orderNumber",
  "trackingNumber",
  "serialNumber",
  "caseNumber",
  "cardEnding",
  "accountEnding",
] as const;

/** A name that may stand in braces in a demo text. */
export type SlotName = (typeof SLOT_NAMES)[number];

/** The text with every known slot replaced by its value; other braces stay as they are. */
export function fillSlots(text: string, values: Readonly<Record<SlotName, string>>): string {
  return SLOT_NAMES.reduce((filled, name) => filled.replaceAll(`{${name}}`, () => values[name]), text);
}
