import type { useTRPCClient } from "@/client/trpc";
import type { Undo } from "@/features/shell/undo/UndoProvider";

/**
 * Has `z` take back that a request was taken or its escalation withdrawn, also before the server has answered. Returns
 * `move`; if it is refused, there is nothing to take back.
 */
export function rememberMove<Answer>(
  sequenceId: string,
  move: Promise<Answer>,
  undo: Undo,
  client: ReturnType<typeof useTRPCClient>,
): Promise<Answer> {
  const act = undo.remember(async () => {
    await move;
    await client.sequence.takeBackMove.mutate({ sequenceId });
  });
  move.catch(() => act.withdraw());
  return move;
}
