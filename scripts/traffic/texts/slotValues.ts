import type { SlotName } from "@/demo/texts/slots";
import type { SeededRandom } from "../seededRandom";

const FIRST_NAMES = [
  "Annika",
  "Bruno",
  "Candela",
  "Emeka",
  "Fatima",
  "Jonathan",
  "Maëlle",
  "Nicolás",
  "Selin",
  "Zofia",
];
const LETTERS_AND_DIGITS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** Values for the slots of one customer's conversation. */
export function slotValues(random: SeededRandom): Record<SlotName, string> {
  return {
    firstName: random.pick(FIRST_NAMES),
    amount: `${Math.round(random.between(15, 400))} €`,
    largeAmount: `${Math.round(random.between(12, 95)) * 100} €`,
    date: `${Math.ceil(random.between(0, 27))} October`,
    nextDate: `${Math.ceil(random.between(0, 27))} December`,
    orderNumber: `LH-${digits(random, 6)}`,
    trackingNumber: `${digits(random, 12)}`,
    serialNumber: code(random, 10),
    caseNumber: code(random, 6),
    cardEnding: digits(random, 4),
    accountEnding: digits(random, 4),
  };
}

function digits(random: SeededRandom, length: number): string {
  return Array.from({ length }, () => Math.floor(random.between(0, 10))).join("");
}

function code(random: SeededRandom, length: number): string {
  return Array.from({ length }, () => random.pick([...LETTERS_AND_DIGITS])).join("");
}
