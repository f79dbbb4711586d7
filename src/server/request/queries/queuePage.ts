import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { QueueAsked } from "@/contract/inputs/request";
import type { QueuePage } from "@/contract/views/queueViews";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { presentPosition } from "../../pov/presentPosition";
import { followsInteraction } from "../../pov/visibility";
import { queueRows } from "./queueRows";

/** PostgreSQL has no year 0. */
const Instant = z.iso.datetime().refine((text) => !text.startsWith("0000"));
/** The end of a page: the instant that the view is ordered by, and the id. */
const Cursor = z.object({ at: Instant.nullable(), id: z.uuid() });

/**
 * One page of a queue, most urgent first; of closed requests, the latest first.
 *
 * @throws DomainError `invalid_input` for a cursor that cannot be read
 */
export async function queuePage(pov: Pov, asked: QueueAsked, deps: Deps): Promise<QueuePage> {
  const limit = asked.limit ?? 50;
  const asOf = await presentPosition(pov, deps);
  const rows = await queueRows(
    pov,
    {
      condition: sql.join(conditions(pov, asked, deps), sql` and `),
      limit: limit + 1,
      shownMax: limit,
      ...(asked.view === "closed" ? { order: CLOSED_ORDER } : {}),
    },
    deps,
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const orderedBy = asked.view === "closed" ? last?.closedAt : last?.nextDueAt;
  const nextCursor =
    rows.length > limit && last ? writeCursor({ at: orderedBy?.toISOString() ?? null, id: last.sequenceId }) : null;
  return { rows: page, nextCursor, asOf };
}

function conditions(pov: Pov, asked: QueueAsked, deps: Deps): RawBuilder<unknown>[] {
  const { teamId, categoryId, repId, cursor } = asked;
  return [
    VIEWS[asked.view](pov, asked, deps),
    ...(teamId === undefined ? [] : [teamId === null ? sql`r.team_id is null` : sql`r.team_id = ${teamId}`]),
    ...(categoryId === undefined
      ? []
      : [categoryId === null ? sql`s.category_id is null` : sql`s.category_id = ${categoryId}`]),
    ...(repId === undefined ? [] : [sql`r.assigned_to_id = ${repId}`]),
    ...(cursor ? [asked.view === "closed" ? afterClosed(cursor) : after(cursor)] : []),
  ];
}

type View = (pov: Pov, asked: QueueAsked, deps: Deps) => RawBuilder<unknown>;

const VIEWS: Record<QueueAsked["view"], View> = {
  mine: (pov) => sql`r.state = 'assigned' and r.assigned_to_id = ${pov.partyId}`,
  team: (pov) => sql`r.state = 'queued' and r.team_id = any(${pov.groupIds})`,
  closed: (pov) => closedOf(pov),
  unassigned: () => sql`r.state = 'unassigned'`,
  board: (pov, { figure }, { clock }) => sql`${behindFigure(figure ?? "live", clock.now())} and ${watched(pov)}`,
};

/**
 * Completed requests that the member had, those that closed while their team had them, and all of the teams that they
 * may look into. The caller also checks visibility. It leaves out what the member does not see anyway, so that a count
 * costs no more than the rows it counts.
 */
export function closedOf(pov: Pov): RawBuilder<boolean> {
  const opened = pov.memberView === "participants" ? pov.supervisedTeamIds : pov.groupIds;
  return sql<boolean>`(r.state = 'retired' and r.retired_at is not null and (r.assigned_to_id = ${pov.partyId}
    or r.team_id = any(${[...pov.supervisedTeamIds, ...opened]})
    or (r.assigned_to_id is null and r.team_id = any(${pov.groupIds}))))`;
}

const CLOSED_ORDER = sql`r.retired_at desc, r.sequence_id desc`;

/**
 * The condition of a figure. The board (server/board/boardView.ts) counts by it and lists use it, so that they agree.
 */
export function behindFigure(figure: NonNullable<QueueAsked["figure"]>, now: Date): RawBuilder<boolean> {
  switch (figure) {
    case "waiting":
      return sql<boolean>`r.state in ('queued', 'unassigned')`;
    case "breached":
      return sql<boolean>`r.state <> 'retired' and r.next_due_at <= ${now}`;
    case "at_risk":
      return sql<boolean>`r.state <> 'retired' and r.next_due_at > ${now} and r.next_due_at <= ${new Date(now.getTime() + AT_RISK_MS)}`;
    case "assigned":
      return sql<boolean>`r.state = 'assigned'`;
    case "closed_today":
      return sql<boolean>`r.state = 'retired' and r.retire_reason is distinct from 'merged' and r.retired_at >= ${aDayBefore(now)}`;
    case "escalated":
      return sql<boolean>`r.state <> 'retired' and r.escalation_state = 'waiting'`;
    case "live":
      return sql<boolean>`r.state <> 'retired'`;
  }
}

/** A request that falls due within this time is at risk. */
const AT_RISK_MS = 15 * 60_000;
const DAY_MS = 86_400_000;

/**
 * What supervisors watch, over request `r` and its interaction `i`: the requests of their teams, and those without a
 * team that they may open anyway. Both figures and lists use it, so that no figure counts what is hidden (P1).
 */
export function watched(pov: Pov): RawBuilder<boolean> {
  if (pov.supervisedTeamIds.length === 0) return sql<boolean>`false`;
  return sql<boolean>`((r.team_id = any(${pov.supervisedTeamIds}) or r.team_id is null) and ${followsInteraction(pov)})`;
}

/** The beginning of what boards call "24 h": a span, not a calendar day, so that it is the same in every time zone. */
export function aDayBefore(now: Date): Date {
  return new Date(now.getTime() - DAY_MS);
}

function after(cursor: string): RawBuilder<unknown> {
  const { at, id } = readCursor(cursor);
  return sql`(coalesce(r.next_due_at, 'infinity'::timestamptz), r.sequence_id) > (coalesce(${at}::timestamptz, 'infinity'::timestamptz), ${id}::uuid)`;
}

function afterClosed(cursor: string): RawBuilder<unknown> {
  const { at, id } = readCursor(cursor);
  return sql`(r.retired_at, r.sequence_id) < (${at}::timestamptz, ${id}::uuid)`;
}

function writeCursor(cursor: z.infer<typeof Cursor>): string {
  return Buffer.from(JSON.stringify(cursor)).toString("base64url");
}

function readCursor(cursor: string): z.infer<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new DomainError("invalid_input", { field: "cursor" });
  }
}
