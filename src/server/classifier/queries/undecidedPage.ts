import { type RawBuilder, sql } from "kysely";
import type { UndecidedAsked } from "@/contract/inputs/classifier";
import type { UndecidedPage } from "@/contract/views/classifierViews";
import { FIRST_MESSAGES_MAX, firstMessages } from "@/domain/classifier/text/firstWords";
import type { Pov } from "@/domain/pov/pov";
import { cutToLength } from "@/domain/text/graphemes";
import type { Deps } from "../../deps";
import { lookAt, type Sighted, tracedRows } from "../../pov/tracedRows";
import { followsInteraction, seenRevision } from "../../pov/visibility";
import { offeredLabels } from "./offeredLabels";

const PAGE_SIZE = 20;
const BEGINNING_LENGTH_MAX = 300;

type Row = {
  sequence_id: string;
  reference: string;
  subject: string;
  /** The first messages; null if there are none. `body` is null if `pov` does not see it. */
  spoken: { isFromCustomer: boolean; body: string | null }[] | null;
  started_at: Date;
  version: number;
  category_id: string | null;
  /** As stored with its classification; null if it was never classified. */
  ranked: unknown;
};

/**
 * Requests that wait for a label, newest first: the classifier did not decide them, or they have no category and came
 * before any model. Only requests that `pov` sees anyway are among them. If it sees one by privilege, the look is
 * recorded (P12).
 */
export async function undecidedPage(pov: Pov, asked: UndecidedAsked, deps: Deps): Promise<UndecidedPage> {
  const rows = await tracedRows(pov, undecidedOf(pov, asked), deps, PAGE_SIZE);
  const shown = rows.slice(0, PAGE_SIZE).map((row) => ({ ...row, words: wordsSeen(row) }));
  const labelsOf = await offeredLabels(pov.organizationId, shown, deps);
  return {
    requests: shown.map((row) => ({
      sequenceId: row.sequence_id,
      reference: row.reference,
      subject: row.subject,
      beginning: cutToLength(row.words ?? "", BEGINNING_LENGTH_MAX),
      startedAt: row.started_at,
      version: row.version,
      categoryId: row.category_id,
      labels: labelsOf(row),
    })),
    after: rows.length > PAGE_SIZE ? (shown.at(-1)?.sequence_id ?? null) : null,
  };
}

/** What the customer wrote first; null if `pov` does not see all of it. */
function wordsSeen({ spoken }: Row): string | null {
  const bodies = firstMessages(spoken ?? []).map(({ body }) => body);
  return bodies.length === 0 || bodies.includes(null) ? null : bodies.join("\n");
}

const LIMIT = PAGE_SIZE + 1;

/**
 * One request more than a page, so that its end is known. Requests that were never classified are searched only as far
 * back as the classified ones of the page reach, so that the many old ones of an organization cost nothing.
 */
export function undecidedOf(pov: Pov, { after }: UndecidedAsked): RawBuilder<Row & Sighted> {
  const follows = (id: string) => (after === undefined ? sql`true` : sql`${sql.ref(id)} < ${after}`);
  return sql<Row & Sighted>`
    with classified as materialized (
      select c.sequence_id from classification c
        join sequence s on s.id = c.sequence_id and s.merged_into_id is null
        join request r on r.sequence_id = c.sequence_id
        join interaction i on i.id = r.interaction_id
      where c.organization_id = ${pov.organizationId} and not c.is_decided and c.known_at is null
        and ${follows("c.sequence_id")} and ${followsInteraction(pov)}
      order by c.sequence_id desc limit ${LIMIT}
    ), unclassified as materialized (
      select s.id as sequence_id from sequence s
        join request r on r.sequence_id = s.id
        join interaction i on i.id = r.interaction_id
      where s.organization_id = ${pov.organizationId} and s.category_id is null and s.merged_into_id is null
        and s.id > coalesce((select sequence_id from classified order by sequence_id desc offset ${LIMIT - 1}), ${FIRST_ID})
        and not exists (select 1 from classification c where c.sequence_id = s.id)
        and ${follows("s.id")} and ${followsInteraction(pov)}
      order by s.id desc limit ${LIMIT}
    ), page as (
      select sequence_id from classified union all select sequence_id from unclassified
      order by sequence_id desc limit ${LIMIT}
    )
    select s.id as sequence_id, s.reference, s.subject, s.started_at, s.version, s.category_id, c.ranked, first.spoken,
      ${lookAt(pov)} as look
    from page
      join sequence s on s.id = page.sequence_id
      join request r on r.sequence_id = s.id
      join interaction i on i.id = r.interaction_id
      left join classification c on c.sequence_id = s.id
      left join lateral (
        select jsonb_agg(jsonb_build_object('isFromCustomer', said.is_from_customer, 'body', said.body) order by said.ordinal) as spoken
        from (select m.ordinal, author.kind = 'contact' as is_from_customer, case when ${seenRevision(pov)} = m.revision then m.body end as body
          from message m join party author on author.id = m.author_id
          where m.interaction_id = i.id and m.deleted_at is null and m.kind = 'text'
          order by m.ordinal limit ${FIRST_MESSAGES_MAX}) said) first on true
    order by s.id desc`;
}

/** Comes before every other id. */
const FIRST_ID = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
