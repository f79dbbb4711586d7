import type { Availability } from "@/domain/routing/availability";
import type { BackchannelRow } from "../views/backchannelViews";
import type { BoardView } from "../views/boardViews";
import type { InteractionView, MessageView } from "../views/conversationViews";
import type { AbsenceView } from "../views/organizationViews";
import type { QueueRow } from "../views/queueViews";
import type { ClockView, SequenceView } from "../views/requestViews";

/** The events that the stream sends to a member. The SSE id of each frame is its position. */
export type RepEvent =
  | { type: "message"; message: MessageView }
  | { type: "message_removed"; interactionId: string; messageId: string }
  | { type: "interaction"; interaction: InteractionView }
  | { type: "backchannel"; row: BackchannelRow }
  | { type: "sequence"; row: QueueRow; clocks: ClockView[] }
  | { type: "hidden"; interactionId: string | null; sequenceId: string | null }
  | { type: "typing"; interactionId: string; name: string; untilMs: number }
  | { type: "load"; availability: Availability; used: number; capacity: number; absence: AbsenceView | null }
  | { type: "board"; board: BoardView }
  /** The figures are the same, but some of their requests have changed. */
  | { type: "board_moved" }
  /** A sequence that is open by privilege, as it is now; null once the viewer may no longer see it. */
  | { type: "followed"; sequenceId: string; sequence: SequenceView | null }
  | { type: "resync" };

/** An event of a member's stream, with the position of the stream when it was sent. */
export type HeardEvent = { position: string; event: RepEvent };
