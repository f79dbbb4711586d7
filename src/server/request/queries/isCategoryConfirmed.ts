import type { Deps } from "../../deps";
import type { LoadedRequest } from "../load/loadRequest";

/**
 * Whether the category of a request is known to be right: a rep set or confirmed it, or the request was answered and
 * completed under it. A customer's pick does not count. The answer does not tell who confirmed it or when.
 */
export async function isCategoryConfirmed(
  { request, sequence }: Pick<LoadedRequest, "request" | "sequence">,
  { pool }: Pick<Deps, "pool">,
): Promise<boolean> {
  if (sequence.category_id === null) return false;
  if (request.category_source === "rep") return true;
  const { rows } = await pool.query<{ is_known: boolean }>({
    name: "category_confirmed",
    text: CONFIRMED,
    values: [sequence.id, sequence.category_id],
  });
  return rows[0]?.is_known ?? false;
}

/** For a request that was never classified, only its example tells, even if somebody removed the example since. */
const CONFIRMED = `
  select exists (select 1 from classification
      where sequence_id = $1 and true_category_id = $2 and known_by in ('rep', 'routing'))
    or exists (select 1 from classifier_example where sequence_id = $1 and category_id = $2 and source in ('rep', 'routing'))
    or exists (select 1 from classifier_removal where sequence_id = $1 and category_id = $2 and source in ('rep', 'routing'))
    as is_known`;
