/** What a person said in a request; the house's own words are none. */
type Spoken = { readonly isFromCustomer: boolean };

/** What a customer wants is said by then. */
export const FIRST_MESSAGES_MAX = 5;

/**
 * The messages in which the customer said what they want: theirs until somebody answers, at most five.
 *
 * @param spoken oldest first
 */
export function firstMessages<Message extends Spoken>(spoken: readonly Message[]): readonly Message[] {
  const beginsAt = spoken.findIndex(({ isFromCustomer }) => isFromCustomer);
  if (beginsAt < 0) return [];
  const answeredAt = spoken.findIndex(({ isFromCustomer }, at) => at > beginsAt && !isFromCustomer);
  return spoken.slice(beginsAt, answeredAt < 0 ? undefined : answeredAt).slice(0, FIRST_MESSAGES_MAX);
}

/**
 * What the customer wrote first: the text that rules and the classifier are asked about (R6), that is learnt with the
 * request's category, and that a person who labels it reads.
 *
 * @param spoken oldest first
 */
export function firstWords(spoken: readonly (Spoken & { readonly body: string })[]): string {
  return firstMessages(spoken)
    .map(({ body }) => body)
    .join("\n");
}
