import type { SeededRandom } from "@/demo/seeding/chance/seededRandom";
import type { SlotName } from "@/demo/texts/slots";

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

/** Makes values for the slots of one customer's conversation. */
export function slotValues(random: SeededRandom): Record<SlotName, string> {
  return {
    firstName: random.pick(FIRST_NAMES),
    amount: `${15 + random.whole(386)} €`,
    largeAmount: `${(12 + random.whole(84)) * 100} €`,
    date: `${1 + random.whole(28)} October`,
    nextDate: `${1 + random.whole(28)} December`,
    orderNumber: `LH-${digits(random, 6)}`,
    trackingNumber: `${digits(random, 12)}`,
    serialNumber: code(random, 10),
    caseNumber: code(random, 6),
    cardEnding: digits(random, 4),
    accountEnding: digits(random, 4),
  };
}

function digits(random: SeededRandom, length: number): string {
  return Array.from({ length }, () => random.whole(10)).join("");
}

function code(random: SeededRandom, length: number): string {
  return Array.from({ length }, () => random.pick([...LETTERS_AND_DIGITS])).join("");
}
