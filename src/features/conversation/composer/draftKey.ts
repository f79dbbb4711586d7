/**
 * Where an unfinished text is kept: by its writer and by the one interaction it is for, so that switching panes never
 * carries a text from a backchannel to the customer, and another person at this browser never finds it.
 */
export function draftKey(partyId: string, interactionId: string): string {
  return `draft:${partyId}:${interactionId}`;
}

/** Where an unfinished question to specialists is kept, by the interaction that it would be asked from. */
export function questionDraftKey(partyId: string, parentId: string): string {
  return `question:${partyId}:${parentId}`;
}
