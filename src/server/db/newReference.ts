import type { Chance } from "../chance";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH = 7;

/** A number that people can quote (C3), such as `4MX-K7QP`. It is random, so that it tells neither order nor count (P1). */
export function newReference(chance: Chance): string {
  const letters = Array.from({ length: LENGTH }, () => ALPHABET[chance(ALPHABET.length)]).join("");
  return `${letters.slice(0, 3)}-${letters.slice(3)}`;
}
