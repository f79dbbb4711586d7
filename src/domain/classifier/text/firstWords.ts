/** A message of a person in a request. Messages of the house do not count. */
type Spoken = { readonly isFromCustomer: boolean };

/** By then a customer has said what they want. */
export const FIRST_MESSAGES_MAX = 5;

/**
 * The messages in which the customer said what they want: their first ones until somebody answers, at most five.
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
 * What the customer wrote first. Keyword rules and the classifier are asked about this text (R6), the classifier learns
 * it with the request's category, and people read it when they label a request.
 *
 * @param spoken oldest first
 */
export function firstWords(spoken: readonly (Spoken & { readonly body: string })[]): string {
  return firstMessages(spoken)
    .map(({ body }) => body)
    .join("\n");
}
