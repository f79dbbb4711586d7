"use client";

import { RoutingDialog } from "../../routing/RoutingDialog";
import type { SequenceActions } from "../useSequenceActions";
import { EscalateDialog } from "./EscalateDialog";
import { HandOverDialog } from "./HandOverDialog";

/** The dialog that is open over a request, if any. */
export function SequenceDialogs({ sequenceId, actions }: { sequenceId: string; actions: SequenceActions }) {
  const onClose = () => actions.setOpen(null);
  switch (actions.open) {
    case "escalate":
      return <EscalateDialog sequenceId={sequenceId} onClose={onClose} />;
    case "handOver":
      return <HandOverDialog sequenceId={sequenceId} onClose={onClose} />;
    case "routing":
      return <RoutingDialog sequenceId={sequenceId} onClose={onClose} />;
    default:
      return null;
  }
}
