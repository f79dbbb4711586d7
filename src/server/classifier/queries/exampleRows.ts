import { sql } from "kysely";
import type { Pov } from "@/domain/pov/pov";
import type { Deps } from "../../deps";
import { categoryNames } from "../../organization/load/categoryNames";
import { lookAt, type Sighted, tracedRows } from "../../pov/tracedRows";
import { EXAMPLES, readsExample } from "../load/readableExamples";

const PAGE = 1_000;

type ExampleRow = { text: string; category: string };
type Row = { number: number; text: string; category_id: string };

/**
 * The examples that `pov` may read, oldest first: imported ones, and those of requests whose first message it sees. A
 * request that it sees by privilege leaves the trace of a look (P12).
 */
export async function* exampleRows(pov: Pov, deps: Deps): AsyncGenerator<ExampleRow> {
  const names = categoryNames(await deps.configurations.of(pov.organizationId));
  for (let after = 0, isAll = false; !isAll; ) {
    const rows = await tracedRows(
      pov,
      sql<Row & Sighted>`
      select e.number, e.text, e.category_id, ${lookAt(pov)} as look
      from ${EXAMPLES}
      where e.organization_id = ${pov.organizationId} and e.number > ${after} and ${readsExample(pov)}
      order by e.number limit ${PAGE}`,
      deps,
    );
    for (const { number, text, category_id } of rows) {
      after = number;
      const category = names.pathOf(category_id);
      if (category === null) continue;
      yield { text, category };
    }
    isAll = rows.length < PAGE;
  }
}
