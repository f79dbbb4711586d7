import type { DemoContact } from "../../organizations/contacts";
import type { DemoRep } from "../../organizations/demoOrganization";
import { joinRows, type Row, type TableRows } from "./rows";
import type { SeededContact, SeededRep } from "./structure";

/** What most rows have in common: their organization and the time of their making. */
export type Of = { organization_id: string; created_at: Date };

export type Passwords = {
  /** Password hashes by e-mail address. The other accounts get `lockedHash`, which no password matches. */
  readonly passwordHashes: ReadonlyMap<string, string>;
  readonly lockedHash: string;
};

/** A party's row: the organization's own, a rep's or a customer's. */
export function partyRow(of: Of, id: string, kind: Row<"party">["kind"], name: string): Row<"party"> {
  return { ...of, id, kind, name, deactivated_at: null };
}

/** The reps with their accounts and team memberships. */
export function peopleRows(reps: readonly SeededRep[], of: Of, newId: () => string, passwords: Passwords): TableRows {
  const users = reps.map(({ demo }) => userRow(demo, newId(), of.created_at, passwords));
  return joinRows({
    party: reps.map(({ id, demo }) => partyRow(of, id, "rep", demo.name)),
    app_user: users,
    rep: reps.map(({ id, demo }, index) => ({
      party_id: id,
      organization_id: of.organization_id,
      user_id: users[index]?.id ?? id,
      role: demo.role,
      public_name: demo.aliasName,
      picture: null,
      skills: [...demo.skills],
    })),
    team_member: reps.flatMap(({ id, demo, teamIds }) =>
      teamIds.map((teamId) => ({
        id: newId(),
        organization_id: of.organization_id,
        team_id: teamId,
        rep_id: id,
        is_supervisor: demo.role === "supervisor",
        from_at: of.created_at,
        until_at: null,
      })),
    ),
  });
}

function userRow(
  { email, name }: DemoRep,
  id: string,
  createdAt: Date,
  { passwordHashes, lockedHash }: Passwords,
): Row<"app_user"> {
  return {
    id,
    email,
    name,
    password_hash: passwordHashes.get(email) ?? lockedHash,
    theme: "system",
    locale: null,
    created_at: createdAt,
    deactivated_at: null,
  };
}

/** The customers with their e-mail addresses. */
export function contactRows(contacts: readonly SeededContact[], of: Of, newId: () => string): TableRows {
  return joinRows({
    party: contacts.map(({ id, demo }) => partyRow(of, id, "contact", demo.name)),
    contact: contacts.map(({ id, demo }) => contactRow(of, id, demo)),
    carrier_identifier: contacts.map(({ id, demo: { email } }) => {
      return { ...of, id: newId(), party_id: id, carrier: "email" as const, address: email };
    }),
  });
}

function contactRow(of: Of, id: string, contact: DemoContact): Row<"contact"> {
  return {
    party_id: id,
    organization_id: of.organization_id,
    account_number: contact.accountNumber,
    tier: contact.tier,
    location: `${contact.city}, ${contact.countryCode}`,
    locale: contact.language,
    time_zone: null,
    spending_cents: contact.yearlySpending * 100,
    custom_fields: {},
    verified_at: of.created_at,
  };
}
