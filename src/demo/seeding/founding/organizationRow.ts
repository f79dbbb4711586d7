import type { DemoOrganization } from "../../organizations/demoOrganization";
import type { Row } from "./rows";

const DAY_MS = 86_400_000;

/** Days of open hours, not minutes: a demo that is looked at over some days must not close its requests for silence meanwhile (R17). */
const AWAY_AFTER_MS = 1.5 * DAY_MS;

/** As every organization has it at first. */
const UNSEEN_AWAY_AFTER_MS = 120_000;

/** The bank speaks with one voice, the shop's people by their public names: both ways can be seen (P8). */
const SHOWS_REPS_AS = { bank: "organization", smartHome: "public_name" } as const;

const SLUGS = { bank: "harbour-bank", smartHome: "lumen-home" } as const;

/** The organization's own row. */
export function organizationRow(
  demo: DemoOrganization,
  id: string,
  calendarId: string,
  createdAt: Date,
): Row<"organization"> {
  return {
    id,
    slug: SLUGS[demo.key],
    name: demo.name,
    alias_name: demo.aliasName,
    alias_picture: null,
    time_zone: demo.timeZone,
    locale: "en",
    currency: "EUR",
    shows_reps_as: SHOWS_REPS_AS[demo.key],
    member_view: "participants",
    away_after_ms: AWAY_AFTER_MS,
    retire_multiple: 2,
    reopen_within_ms: DAY_MS,
    unseen_away_after_ms: UNSEEN_AWAY_AFTER_MS,
    config_version: 1,
    is_demo: true,
    calendar_id: calendarId,
    created_at: createdAt,
  };
}
