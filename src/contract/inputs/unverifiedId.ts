import { z } from "zod";

declare const unverified: unique symbol;

/**
 * An id from an input. The thing may not exist, or may belong to another organization. The type is not assignable to
 * `string`, so the id cannot be stored or compared by mistake. A look-up within the organization returns a verified id.
 */
export type UnverifiedId<Kind extends string> = string | { readonly [unverified]: Kind };

/** The schema of an id in an input. `_kind` only sets the type. */
export function unverifiedId<Kind extends string>(_kind: Kind): z.ZodType<UnverifiedId<Kind>, string> {
  return z.uuid();
}
