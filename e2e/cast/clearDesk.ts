import type { DeskClient } from "./deskClient";

const PAGE_SIZE = 100;

/** Sets a rep off duty and closes their requests and those that wait for their teams or for no team. */
export async function clearDesk(desk: DeskClient): Promise<void> {
  await desk.me.setAvailability.mutate({ availability: "offline" });
  const { rows: own } = await desk.queue.list.query({ view: "mine", limit: PAGE_SIZE });
  for (const { sequenceId, requestState } of own) if (requestState !== "retired") await close(sequenceId, desk);
  const waiting = await Promise.all([
    desk.queue.list.query({ view: "team", limit: PAGE_SIZE }),
    desk.queue.list.query({ view: "unassigned", limit: PAGE_SIZE }),
  ]);
  for (const { sequenceId } of waiting.flatMap(({ rows }) => rows)) {
    await desk.sequence.take.mutate({ sequenceId });
    await close(sequenceId, desk);
  }
}

async function close(sequenceId: string, desk: DeskClient): Promise<void> {
  const { state } = await desk.sequence.get.query({ sequenceId });
  if (state !== "closed") await desk.sequence.setState.mutate({ sequenceId, state: "closed", seen: state });
}
