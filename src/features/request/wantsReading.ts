import type { QueueRow } from "@/contract/views/queueViews";
import type { SequenceView } from "@/contract/views/requestViews";

/**
 * Whether a sequence must be read again after its row was heard. When its state or its rep changed, rights, escalation
 * and rating may have changed, too, and the row does not tell them. Of other changes, such as a confirmed category, the
 * row tells only the version. A message changes none of this, so busy conversations are not read again and again.
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
