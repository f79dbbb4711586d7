/** Makes an error whose message is all that a person needs to read: no stack trace is shown for it. */
export function foreseen(message) {
  return Object.assign(new Error(message), { isForeseen: true });
}
