/** Characters that one message may hold; the server refuses more. */
export const MESSAGE_LENGTH_MAX = 10_000;
