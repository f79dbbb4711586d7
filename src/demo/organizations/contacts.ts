import { type ContactLanguage, NAME_POOLS, type NamePool } from "./contactNames";
import type { DemoOrganizationKey } from "./demoOrganization";

/** A customer of a demo organization. `language` lets the seed match a contact to a scenario in that language. */
export interface DemoContact {
  readonly key: string;
  readonly name: string;
  readonly firstName: string;
  readonly email: string;
  readonly accountNumber: string;
  readonly language: ContactLanguage;
  readonly city: string;
  readonly countryCode: string;
  readonly tier: string;
  /** Spending with the shop, or turnover of the account, in the past year, in whole euros. */
  readonly yearlySpending: number;
}

const CONTACTS_PER_ORGANIZATION = 200;

const ORGANIZATION_FACTS = {
  bank: { firstIndex: 0, accountPrefix: "HB", topTier: "private", spendingBase: 9_000, spendingStep: 137 },
  smartHome: { firstIndex: 200, accountPrefix: "LH", topTier: "pro", spendingBase: 60, spendingStep: 11 },
} as const;

/**
 * The 200 customers of a demo organization, always the same. No name occurs in both organizations.
 * Account numbers read "HB-4107-0933" (bank) or "LH-4107-0933" (shop) and are unique.
 */
export function demoContacts(organizationKey: DemoOrganizationKey): readonly DemoContact[] {
  const { firstIndex } = ORGANIZATION_FACTS[organizationKey];
  return Array.from({ length: CONTACTS_PER_ORGANIZATION }, (_, offset) =>
    contactAt(firstIndex + offset, organizationKey),
  );
}

function contactAt(index: number, organizationKey: DemoOrganizationKey): DemoContact {
  const facts = ORGANIZATION_FACTS[organizationKey];
  const pool = at(NAME_POOLS, index);
  const { firstName, lastName } = nameAt(Math.floor(index / NAME_POOLS.length), pool);
  const [city, countryCode] = at(pool.cities, Math.floor(index / 7));
  return {
    key: `${organizationKey}-contact-${index}`,
    name: `${firstName} ${lastName}`,
    firstName,
    email: `${asciiOf(firstName)}.${asciiOf(lastName)}@mail.example`,
    accountNumber: accountNumberAt(index, facts.accountPrefix),
    language: pool.language,
    city,
    countryCode,
    tier: tierAt(index, facts.topTier),
    yearlySpending: facts.spendingBase + ((index * 7919) % 997) * facts.spendingStep,
  };
}

/** Within a lap every first name comes once. Each lap moves on in the last names, so that no pair repeats. */
function nameAt(round: number, pool: NamePool): { firstName: string; lastName: string } {
  const lap = Math.floor(round / pool.firstNames.length);
  const position = round % pool.firstNames.length;
  return { firstName: at(pool.firstNames, position), lastName: at(pool.lastNames, (position + lap) * 5) };
}

/** Scatters the numbers without repeating one: the multiplier has no common factor with the modulus. */
function accountNumberAt(index: number, prefix: string): string {
  const digits = String((index * 48_271 + 41_070_933) % 100_000_000).padStart(8, "0");
  return `${prefix}-${digits.slice(0, 4)}-${digits.slice(4)}`;
}

function tierAt(index: number, topTier: string): string {
  if (index % 11 === 3) return topTier;
  return index % 3 === 0 ? "plus" : "standard";
}

function asciiOf(name: string): string {
  return name
    .replaceAll("ı", "i")
    .normalize("NFKD")
    .replaceAll(/[^A-Za-z]/g, "")
    .toLowerCase();
}

function at<Element>(list: readonly Element[], index: number): Element {
  const element = list[index % list.length];
  if (element === undefined) throw new RangeError("an empty list has no element");
  return element;
}
