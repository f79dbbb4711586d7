import type { Pov } from "@/domain/pov/pov";
import { answerInvitation } from "@/server/backchannel/commands/answerInvitation";
import { openBackchannel } from "@/server/backchannel/commands/openBackchannel";
import type { Deps } from "@/server/deps";

/** Opens a backchannel with a guest, who joins it. @returns its interaction's id */
export async function openAside(
  by: Pov,
  of: { parentId: string; guest: Pov; question?: string },
  deps: Deps,
): Promise<string> {
  const { interactionId } = await openBackchannel(
    by,
    {
      parentId: of.parentId,
      clientId: deps.newId(),
      question: of.question ?? "What do you think?",
      teamIds: [],
      repIds: [of.guest.partyId],
      sharedMessageIds: [],
      sharesCustomerName: false,
    },
    deps,
  );
  await answerInvitation(of.guest, { interactionId, accepts: true }, deps);
  return interactionId;
}
