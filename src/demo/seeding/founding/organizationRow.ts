import type { DemoOrganization } from "../../organizations/demoOrganization";
import type { Row } from "./rows";

const DAY_MS = 86_400_000;

/** Open time. It is long, so that a demo in use for days does not close its requests for silence (R17). */
const AWAY_AFTER_MS = 1.5 * DAY_MS;

/** The default of every organization. */
const UNSEEN_AWAY_AFTER_MS = 120_000;

/** The bank answers under its own name, the shop's reps under their public names, so that the demo shows both (P8). */
const SHOWS_REPS_AS = { bank: "organization", smartHome: "public_name" } as const;

const SLUGS = { bank: "harbour-bank", smartHome: "lumen-home" } as const;

/** The row of the organization itself. */
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
