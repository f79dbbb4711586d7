import { z } from "zod";
import { OpenBackchannel } from "@/contract/inputs/backchannel";
import { INVITED_AT_ONCE_MAX } from "@/contract/inputs/limits";
import type { DirectoryEntry } from "@/contract/views/organizationViews";

/** The form to ask: the contract's input, but partners have their names, and sharing messages can be switched off. */
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

/** The input of `openBackchannel` for a filled form. */
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
