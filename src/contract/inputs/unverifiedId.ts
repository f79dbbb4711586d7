import { z } from "zod";

declare const unverified: unique symbol;

/**
 * An id as somebody wrote it: nobody has said yet that there is such a thing, or whose it is. It is no `string`, so it
 * cannot be stored or compared by mistake; a look-up within the organization gives the id of what it found.
 */
export type UnverifiedId<Kind extends string> = string | { readonly [unverified]: Kind };

/** An id in an input. */
export function unverifiedId<Kind extends string>(_kind: Kind): z.ZodType<UnverifiedId<Kind>, string> {
  return z.uuid();
}
