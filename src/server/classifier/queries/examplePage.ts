import { type RawBuilder, sql } from "kysely";
import type { ExamplesAsked } from "@/contract/inputs/classifier";
import type { ExamplePage, ExampleSource } from "@/contract/views/classifierViews";
import { DomainError } from "@/domain/errors";
import type { Pov } from "@/domain/pov/pov";
import { withoutPartedSign } from "@/domain/text/graphemes";
import type { Deps } from "../../deps";
import { idToLookUp } from "../../pov/idToLookUp";
import { lookAt, type Sighted, tracedRows } from "../../pov/tracedRows";
import { EXAMPLES, readsExample } from "../load/readableExamples";

const PAGE_SIZE = 20;
const TEXT_SHOWN_MAX = 2_000;

type Row = {
  number: number;
  text: string;
  source: ExampleSource;
  at: Date;
  sequence_id: string | null;
  reference: string | null;
};

/**
 * The examples of a category that `pov` may read, newest first. If it sees a request by privilege, the look is recorded
 * (P12).
 *
 * @throws DomainError `not_found` if there is no such category
 */
export async function examplePage(pov: Pov, asked: ExamplesAsked, deps: Deps): Promise<ExamplePage> {
  const category = (await deps.configurations.of(pov.organizationId)).categories.get(idToLookUp(asked.categoryId));
  if (category === undefined) throw new DomainError("not_found");
  const rows = await tracedRows(pov, examplesOf(pov, asked), deps, PAGE_SIZE);
  const shown = rows.slice(0, PAGE_SIZE);
  return {
    category: { id: category.id, name: category.name, isRetired: category.retired_at !== null },
    examples: shown.map(({ number, text, source, at, sequence_id, reference }) => ({
      ...{ number, text: withoutPartedSign(text, TEXT_SHOWN_MAX + 1), source, at },
      request: sequence_id === null ? null : { sequenceId: sequence_id, reference: reference ?? "" },
    })),
    after: rows.length > PAGE_SIZE ? (shown.at(-1)?.number ?? null) : null,
  };
}

/** One example more than a page, so that its end is known. */
export function examplesOf(pov: Pov, { categoryId, words = "", after }: ExamplesAsked): RawBuilder<Row & Sighted> {
  return sql<Row & Sighted>`
    select e.number, left(e.text, ${TEXT_SHOWN_MAX + 1}) as text, e.source, e.at, e.sequence_id, s.reference,
      ${lookAt(pov)} as look
    from ${EXAMPLES} left join sequence s on s.id = e.sequence_id
    where e.organization_id = ${pov.organizationId} and e.category_id = ${categoryId}
      and ${after === undefined ? sql`true` : sql`e.number < ${after}`}
      and not exists (select 1 from unnest(${wordsOf(words)}::text[]) w where strpos(lower(e.text), lower(w)) = 0)
      and ${readsExample(pov)}
    order by e.number desc limit ${PAGE_SIZE + 1}`;
}

function wordsOf(words: string): string[] {
  return words.split(/\s+/).filter((word) => word !== "");
}
