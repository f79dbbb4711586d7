import { sql } from "kysely";
import { z } from "zod";
import type { Pov } from "@/domain/pov/pov";
import type { UndecidedPage } from "@/domain/views/classifierViews";
import type { Deps } from "../deps";
import { storedView } from "./classificationView";
import { recordLook } from "./recordLook";
import { followsInteraction, seenRevision, takesPart } from "./visibility";

const PAGE_SIZE = 20;
const BEGINNING_LENGTH_MAX = 300;

export const UndecidedAsked = z.object({ after: z.uuid().optional() });
export type UndecidedAsked = z.infer<typeof UndecidedAsked>;

type Row = {
  sequence_id: string;
  reference: string;
  subject: string;
  beginning: string | null;
  started_at: Date;
  version: number;
  category_id: string | null;
  is_decided: boolean;
  ranked: unknown;
  because: string[];
  takes_part: boolean;
};

/**
 * Requests that the classifier did not decide and nobody has labelled, the newest first: those only that `pov` sees
 * anyway. Where it sees one by privilege, the look is recorded (P12), as everywhere.
 */
export async function undecidedPage(pov: Pov, { after }: UndecidedAsked, deps: Deps): Promise<UndecidedPage> {
  const { rows } = await sql<Row>`
    select c.sequence_id, s.reference, s.subject, s.started_at, s.version, s.category_id, c.is_decided, c.ranked, c.because, first.beginning,
      ${takesPart(pov)} as takes_part
    from classification c
      join sequence s on s.id = c.sequence_id and s.merged_into_id is null
      join request r on r.sequence_id = c.sequence_id
      join interaction i on i.id = r.interaction_id
      left join lateral (select left(m.body, ${BEGINNING_LENGTH_MAX}) as beginning from message m
        where m.interaction_id = i.id and m.ordinal = 1 and ${seenRevision(pov)} = m.revision) first on true
    where c.organization_id = ${pov.organizationId} and not c.is_decided and c.known_at is null
      and ${after === undefined ? sql`true` : sql`c.sequence_id < ${after}`} and ${followsInteraction(pov)}
    order by c.sequence_id desc limit ${PAGE_SIZE + 1}`.execute(deps.db);
  const shown = rows.slice(0, PAGE_SIZE);
  const configuration = await deps.configurations.of(pov.organizationId);
  await Promise.all(
    shown.filter((row) => !row.takes_part).map((row) => recordLook(pov, "sequence", row.sequence_id, deps)),
  );
  return {
    requests: shown.map((row) => ({
      sequenceId: row.sequence_id,
      reference: row.reference,
      subject: row.subject,
      beginning: row.beginning ?? "",
      startedAt: row.started_at,
      version: row.version,
      categoryId: row.category_id,
      classification: storedView({ ...row, because: row.beginning === null ? [] : row.because }, configuration),
    })),
    after: rows.length > PAGE_SIZE ? (shown.at(-1)?.sequence_id ?? null) : null,
  };
}
