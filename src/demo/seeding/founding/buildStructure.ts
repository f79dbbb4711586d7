import { DEMO_LOG_INS } from "../../logIns";
import { type DemoContact, demoContacts } from "../../organizations/contacts";
import type { DemoOrganization, DemoRep } from "../../organizations/demoOrganization";
import { categoryRows } from "./categoryRows";
import { organizationRow } from "./organizationRow";
import { joinRows, type Row, type TableRows } from "./rows";
import type { Founded, SeededContact, SeededRep } from "./structure";
import { teamRows } from "./teamRows";

const SPECIALIST_TEAM_KEYS: ReadonlySet<string> = new Set(["fraud", "installation", "warehouse"]);
const WIDGET_KEYS = { bank: "pk_harbour", smartHome: "pk_lumen" } as const;

type Given = {
  /** The demo's present. */
  readonly now: Date;
  readonly createdAt: Date;
  readonly newId: () => string;
  /** Where the widget may be shown: exact origins. */
  readonly widgetOrigins: readonly string[];
  /** Password hash by e-mail address; the others get `lockedHash`, which no password fits. */
  readonly passwordHashes: ReadonlyMap<string, string>;
  readonly lockedHash: string;
};

/** An organization with its teams, people, promises, categories, widget and customers, in which nothing has happened yet. */
export function buildStructure(demo: DemoOrganization, given: Given): Founded {
  const { createdAt, newId } = given;
  const organization = organizationRow(demo, newId(), newId(), createdAt);
  const of = { organization_id: organization.id, created_at: createdAt };
  const teams = teamRows(demo, of, newId, SPECIALIST_TEAM_KEYS);
  const categories = categoryRows(demo, of, newId, teams.ids);
  const reps = demo.reps.map((rep, index): SeededRep => {
    return { id: newId(), index, demo: rep, teamIds: rep.teamKeys.flatMap((key) => teams.ids.get(key) ?? []) };
  });
  const contacts = demoContacts(demo.key).map((contact): SeededContact => ({ id: newId(), demo: contact }));
  const loads = reps.map((rep) => loadRow(rep, organization.id, given.now));
  const rows = joinRows(
    { organization: [organization], party: [partyRow(of, organization.id, "organization", demo.name)] },
    teams.rows,
    categories.rows,
    calendarRows(organization, demo, of, newId),
    peopleRows(reps, of, given),
    contactRows(contacts, of, newId),
    { rep_load: loads },
  );
  const widget = widgetRow(demo, of, newId(), given.widgetOrigins);
  return { demo, organization, reps, contacts, loads, teamIds: teams.ids, categoryIds: categories.ids, rows, widget };
}

/** The organization's own calendar, if it has one. */
function calendarRows(
  { calendar_id, name }: Row<"organization">,
  demo: DemoOrganization,
  of: Of,
  newId: () => string,
): TableRows {
  if (calendar_id === null) return joinRows();
  const version = { ...of, id: newId(), calendar_id, version: 1, hours: demo.calendar };
  return joinRows({ calendar: [{ ...of, id: calendar_id, name }], calendar_version: [version] });
}

type Of = { organization_id: string; created_at: Date };

function partyRow(of: Of, id: string, kind: Row<"party">["kind"], name: string): Row<"party"> {
  return { ...of, id, kind, name, deactivated_at: null };
}

function loadRow({ id, demo }: SeededRep, organizationId: string, now: Date): Row<"rep_load"> {
  return {
    rep_id: id,
    organization_id: organizationId,
    ...dutyOf(demo, now),
    used: 0,
    capacity: demo.capacity,
    last_offered_at: null,
  };
}

const MINUTE_MS = 60_000;

/** Whoever has a rep's log-in is on duty, so that a first visitor's request goes to somebody who can be played. */
function dutyOf({ key, email }: DemoRep, now: Date): Pick<Row<"rep_load">, "availability" | "availability_since"> {
  const isPlayed = DEMO_LOG_INS.some((logIn) => logIn.role === "rep" && logIn.email === email);
  const others = ["busy", "away", "offline"] as const;
  const turn = key.length % others.length;
  return {
    availability: isPlayed ? "available" : (others[turn] ?? "offline"),
    availability_since: new Date(now.getTime() - (isPlayed ? 12 : 25 * (turn + 1) + key.length) * MINUTE_MS),
  };
}

function peopleRows(reps: readonly SeededRep[], of: Of, given: Given): TableRows {
  const { newId, createdAt } = given;
  const users = reps.map(({ demo }) => userRow(demo, newId(), given));
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
        from_at: createdAt,
        until_at: null,
      })),
    ),
  });
}

function userRow({ email, name }: DemoRep, id: string, given: Given): Row<"app_user"> {
  return {
    id,
    email,
    name,
    password_hash: given.passwordHashes.get(email) ?? given.lockedHash,
    theme: "system",
    locale: null,
    created_at: given.createdAt,
    deactivated_at: null,
  };
}

function contactRows(contacts: readonly SeededContact[], of: Of, newId: () => string): TableRows {
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

function widgetRow(demo: DemoOrganization, of: Of, id: string, origins: readonly string[]): Row<"widget"> {
  const { title, greeting, accentColor } = demo.widget;
  return { ...of, id, key: WIDGET_KEYS[demo.key], title, greeting, accent: accentColor, allowed_origins: [...origins] };
}
