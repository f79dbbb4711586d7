import { z } from "zod";
import { OpenBackchannel } from "@/contract/inputs/backchannel";
import { INVITED_AT_ONCE_MAX } from "@/contract/inputs/limits";
import type { DirectoryEntry } from "@/contract/views/repViews";

/** What is entered to ask: the contract's input, but that partners keep their names, and messages can stay unshared. */
export const AskInput = OpenBackchannel.pick({
  question: true,
  sharedMessageIds: true,
  sharesCustomerName: true,
}).extend({
  chosen: z
    .array(z.custom<DirectoryEntry>())
    .min(1)
    .refine((all) => idsOf(all, "team").length <= INVITED_AT_ONCE_MAX)
    .refine((all) => idsOf(all, "rep").length <= INVITED_AT_ONCE_MAX),
  isSharingMessages: z.boolean(),
});
export type AskInput = z.input<typeof AskInput>;

/** What the server is asked for, of what was entered. */
export function openingOf({ chosen, isSharingMessages, sharedMessageIds, ...asIs }: AskInput) {
  return {
    ...asIs,
    teamIds: idsOf(chosen, "team"),
    repIds: idsOf(chosen, "rep"),
    sharedMessageIds: isSharingMessages ? sharedMessageIds : [],
  };
}

function idsOf(chosen: readonly DirectoryEntry[], kind: DirectoryEntry["kind"]): string[] {
  return chosen.filter((entry) => entry.kind === kind).map(({ id }) => id);
}
