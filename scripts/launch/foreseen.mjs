/** Makes an error whose message tells a person everything. It is shown without a stack trace. */
export function foreseen(message) {
  return Object.assign(new Error(message), { isForeseen: true });
}
