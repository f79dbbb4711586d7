import { DEMO_LOG_INS } from "../../logIns";
import { demoContacts } from "../../organizations/contacts";
import type { DemoOrganization, DemoRep } from "../../organizations/demoOrganization";
import { categoryRows } from "./categoryRows";
import { organizationRow } from "./organizationRow";
import { contactRows, type Of, type Passwords, partyRow, peopleRows } from "./peopleRows";
import { joinRows, type Row, type TableRows } from "./rows";
import type { Founded, SeededContact, SeededRep } from "./structure";
import { teamRows } from "./teamRows";

const SPECIALIST_TEAM_KEYS: ReadonlySet<string> = new Set(["fraud", "installation", "warehouse"]);
const WIDGET_KEYS = { bank: "pk_harbour", smartHome: "pk_lumen" } as const;

type Given = {
  /** The present time of the demo. */
  readonly now: Date;
  readonly createdAt: Date;
  readonly newId: () => string;
  /** Where the widget may be shown: exact origins. */
  readonly widgetOrigins: readonly string[];
} & Passwords;

/** An organization with its teams, people, promises, categories, widget and customers, before its first request. */
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
    peopleRows(reps, of, newId, given),
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

/** Reps with a demo log-in are on duty, so that a first visitor's request goes to somebody whom one can sign in as. */
function dutyOf({ key, email }: DemoRep, now: Date): Pick<Row<"rep_load">, "availability" | "availability_since"> {
  const isPlayed = DEMO_LOG_INS.some((logIn) => logIn.role === "rep" && logIn.email === email);
  const others = ["busy", "away", "offline"] as const;
  const turn = key.length % others.length;
  return {
    availability: isPlayed ? "available" : (others[turn] ?? "offline"),
    availability_since: new Date(now.getTime() - (isPlayed ? 12 : 25 * (turn + 1) + key.length) * MINUTE_MS),
  };
}

function widgetRow(demo: DemoOrganization, of: Of, id: string, origins: readonly string[]): Row<"widget"> {
  const { title, greeting, accentColor } = demo.widget;
  return { ...of, id, key: WIDGET_KEYS[demo.key], title, greeting, accent: accentColor, allowed_origins: [...origins] };
}
