import { z } from "zod";
import { codeText } from "@/domain/text/inputText";
import { PULSED_PARAMETER } from "../views/drawnFor";
import { WidgetKey } from "./customer";
import { STREAM_POSITION_LENGTH_MAX, TAB_ID_LENGTH_MAX } from "./limits";

// What the address of a live stream asks for. A stream is worth more than its options: an option that is malformed
// counts as left out, and the stream opens without it.

/** "1" switches an option on. */
const Switch = z
  .literal("1")
  .optional()
  .catch(undefined)
  .transform((given) => given === "1");

const StreamAsked = z.object({
  /** The position after which the stream begins (domain/pov/position). Without it, the reader is told to read anew. */
  from: codeText(STREAM_POSITION_LENGTH_MAX, /^[\w.~-]*$/)
    .optional()
    .catch(undefined),
  /** An id that a tab makes for itself. A new stream takes the place of the earlier one of the same tab. */
  tab: codeText(TAB_ID_LENGTH_MAX, /^[\w.:-]{8,}$/)
    .optional()
    .catch(undefined),
});

export const MemberStreamAsked = StreamAsked.extend({
  /** Whether the stream tells of the board's figures, too. */
  board: Switch,
  [PULSED_PARAMETER]: Switch,
  /** The sequence that the page shows and that the member sees by privilege alone. */
  open: z.uuid().optional().catch(undefined),
});

/** The key says whose stream it is, so it is no option: a malformed one is refused. */
export const CustomerStreamAsked = StreamAsked.extend({ key: WidgetKey.optional() });
