import type { SlotName } from "../../texts/slots";
import type { SeededRandom } from "../chance/seededRandom";
import type { SeededContact } from "../founding/structure";

const DAY_MS = 86_400_000;
const SERIAL_LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ";

/** The values for the slots in the texts of one conversation. */
export function slotValues(
  { demo }: SeededContact,
  atMs: number,
  timeZone: string,
  random: SeededRandom,
): Readonly<Record<SlotName, string>> {
  const digits = (count: number) => Array.from({ length: count }, () => random.whole(10)).join("");
  const day = (offset: number) => dayAt(atMs + offset * DAY_MS, timeZone);
  const letter = () => random.pick([...SERIAL_LETTERS]);
  return {
    firstName: demo.firstName,
    amount: euros(15 + random.whole(385) + random.whole(100) / 100),
    largeAmount: euros(1_200 + random.whole(831) * 10),
    date: day(-2 - random.whole(12)),
    nextDate: day(2 + random.whole(8)),
    orderNumber: `4${digits(6)}`,
    trackingNumber: `CX${digits(4)} ${digits(4)} ${digits(3)}`,
    serialNumber: `${letter()}${letter()}${digits(2)}-${digits(5)}`,
    caseNumber: `C-${digits(5)}`,
    cardEnding: digits(4),
    accountEnding: demo.accountNumber.slice(-4),
  };
}

function euros(amount: number): string {
  const isWhole = Number.isInteger(amount);
  const style = { style: "currency", currency: "EUR", minimumFractionDigits: isWhole ? 0 : 2 } as const;
  return new Intl.NumberFormat("en", style).format(amount);
}

function dayAt(atMs: number, timeZone: string): string {
  return new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", timeZone }).format(atMs);
}
