import { sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../deps";
import { categoryNames } from "./categoryNames";
import { EXAMPLES, readsByPrivilege, readsExample } from "./readableExamples";
import { recordLook } from "./recordLook";

const PAGE = 1_000;

type ExampleRow = { text: string; category: string };
type Row = { number: number; text: string; category_id: string; sequence_id: string | null; is_privileged: boolean };

/**
 * The examples that `pov` may read, oldest first: imported ones, and those of requests whose first message it sees
 * anyway. Requests that it sees by privilege leave the trace of a look (P12).
 */
export async function* exampleRows(pov: Pov, deps: Deps): AsyncGenerator<ExampleRow> {
  const names = categoryNames(await deps.configurations.of(pov.organizationId));
  for (let after = 0, isAll = false; !isAll; ) {
    const { rows } = await sql<Row>`
      select e.number, e.text, e.category_id, e.sequence_id, ${readsByPrivilege(pov)} as is_privileged
      from ${EXAMPLES}
      where e.organization_id = ${pov.organizationId} and e.number > ${after} and ${readsExample(pov)}
      order by e.number limit ${PAGE}`.execute(deps.db);
    for (const { number, text, category_id, sequence_id, is_privileged } of rows) {
      after = number;
      const category = names.pathOf(category_id);
      if (category === null) continue;
      if (sequence_id !== null && is_privileged) await recordLook(pov, "sequence", sequence_id, deps);
      yield { text, category };
    }
    isAll = rows.length < PAGE;
  }
}
