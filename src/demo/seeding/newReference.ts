import type { Desk } from "./desk";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 7;
const ATTEMPTS_MAX = 100;

/** A number that people can quote (C3), of the form that the server gives out; each once in an organization. */
export function newReference({ random, references }: Desk): string {
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const letters = Array.from({ length: LENGTH }, () => ALPHABET[random.whole(ALPHABET.length)]).join("");
    const reference = `${letters.slice(0, 3)}-${letters.slice(3)}`;
    if (references.has(reference)) continue;
    references.add(reference);
    return reference;
  }
  throw new Error("The seed has run out of references.");
}
