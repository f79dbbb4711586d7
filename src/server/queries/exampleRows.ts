import { sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { categoryNames } from "./categoryNames";
import { recordLook } from "./recordLook";
import { followsInteraction, seenRevision, takesPart } from "./visibility";

const PAGE = 1_000;

type ExampleRow = { text: string; category: string };
type Row = { number: number; text: string; category_id: string; sequence_id: string | null; takes_part: boolean };

/**
 * The examples that `pov` may read, oldest first: imported ones, and those of requests whose first message it sees
 * anyway. Requests that it sees by privilege leave the trace of a look (P12).
 */
export async function* exampleRows(pov: Pov, deps: Deps): AsyncGenerator<ExampleRow> {
  const names = categoryNames(await deps.configurations.of(pov.organizationId));
  for (let after = 0, isAll = false; !isAll; ) {
    const { rows } = await sql<Row>`
      select e.number, e.text, e.category_id, e.sequence_id,
        e.sequence_id is null or ${takesPart(pov)} as takes_part
      from classifier_example e
        left join request r on r.sequence_id = e.sequence_id
        left join interaction i on i.id = r.interaction_id
      where e.organization_id = ${pov.organizationId} and e.number > ${after}
        and (e.sequence_id is null or (${followsInteraction(pov)} and exists (select 1 from message m
          where m.interaction_id = i.id and m.ordinal = 1 and ${seenRevision(pov)} is not null)))
      order by e.number limit ${PAGE}`.execute(deps.db);
    for (const { number, text, category_id, sequence_id, takes_part } of rows) {
      after = number;
      const category = names.pathOf(category_id);
      if (category === null) continue;
      if (sequence_id !== null && !takes_part) await recordLook(pov, "sequence", sequence_id, deps);
      yield { text, category };
    }
    isAll = rows.length < PAGE;
  }
}
