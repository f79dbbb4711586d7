import type { QueueRow, SequenceView } from "@/contract/views/repViews";

/**
 * Whether a sequence has to be read again after its line in the queue was heard: when its state or hands
 * changed, what only the full page knows (rights, escalation, rating) may have changed, too. So it may where
 * somebody changed it otherwise, as by confirming its category, of which the line tells nothing but the version. A
 * message alone changes nothing of it, so busy conversations are not read again and again.
 */
export function wantsReading(read: SequenceView, heard: QueueRow): boolean {
  if (read.state === "closed") return true;
  return (
    heard.version !== read.version ||
    heard.state !== read.state ||
    heard.requestState !== read.requestState ||
    heard.teamId !== read.teamId ||
    heard.assignedTo?.id !== read.assignedTo?.id ||
    heard.isEscalated !== (read.escalation !== null) ||
    heard.escalationHeldBy !== (read.escalation?.heldBy ?? null)
  );
}
