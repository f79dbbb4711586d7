"use client";

import { ArrowUpFromLine, Route, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { holdReason, useHoldWords } from "@/client/holds/holdReason";
import { useQueueHolds } from "@/client/holds/useQueueHolds";
import { useMe } from "@/client/me/MeGate";
import type { SequenceView } from "@/contract/views/requestViews";
import { keysOf } from "@/features/shell/shortcuts/keymap";
import { Button } from "@/ui/Button";
import { Menu } from "@/ui/overlays/Menu";
import type { SequenceActions } from "../useSequenceActions";
import { EscalationNotice } from "./EscalationNotice";

/** Says who has the request, and offers to take it, to escalate it and to hand it over. */
export function Assignment({ sequence, actions }: { sequence: SequenceView; actions: SequenceActions }) {
  const t = useTranslations("conversation.header");
  const { may, escalation } = sequence;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1 text-fg-2 text-meta">
      <span className="min-w-0 flex-1 basis-40 truncate">
        <WithWhom sequence={sequence} />
      </span>
      {escalation ? <EscalationNotice escalation={escalation} mayWithdraw={may.escalate} actions={actions} /> : null}
      <span className="ms-auto flex items-center gap-1">
        {may.take ? (
          <Button
            size="compact"
            look="primary"
            isBusy={actions.isTaking}
            onClick={actions.take}
            title={keysOf("conversation.take")}
          >
            {t("take")}
          </Button>
        ) : null}
        {may.escalate && !escalation ? (
          <Button
            size="compact"
            icon={<ArrowUpFromLine className="size-3.5" aria-hidden="true" />}
            onClick={() => actions.setOpen("escalate")}
          >
            {t("escalate")}
          </Button>
        ) : null}
        <MoreMenu sequence={sequence} actions={actions} />
      </span>
    </div>
  );
}

function WithWhom({ sequence }: { sequence: SequenceView }): ReactNode {
  const t = useTranslations("conversation.header");
  const me = useMe();
  const { assignedTo, requestState, teamId } = sequence;
  if (assignedTo) return assignedTo.id === me.partyId ? t("assignedToYou") : t("assignedTo", { name: assignedTo.name });
  if (requestState === "retired") return t("retiredRequest");
  const team = me.teams.find(({ id }) => id === teamId);
  return (
    <>
      {team ? t("inTeam", { team: team.name }) : t("unassigned")}
      <HeldBy sequenceId={sequence.id} />
    </>
  );
}

/** Says why a waiting request waits, as of now (R11). */
function HeldBy({ sequenceId }: { sequenceId: string }) {
  const words = useHoldWords();
  const sequenceIds = useMemo(() => [sequenceId], [sequenceId]);
  const hold = useQueueHolds(true, sequenceIds)?.requests[0]?.hold ?? null;
  if (hold === null) return null;
  const reason = holdReason(hold, words);
  return <span title={reason}> · {reason}</span>;
}

function MoreMenu({ sequence, actions }: { sequence: SequenceView; actions: SequenceActions }) {
  const t = useTranslations("conversation.header");
  const { may } = sequence;
  if (!may.handOver && !may.seeRouting) return null;
  const items = [
    ...(may.handOver
      ? [
          {
            id: "handOver",
            label: `${t("handOver")}…`,
            keys: keysOf("conversation.assign"),
            icon: <UserRoundPlus className="size-4" />,
            onSelect: () => actions.setOpen("handOver"),
          },
        ]
      : []),
    ...(may.seeRouting
      ? [{ id: "why", label: t("why"), icon: <Route className="size-4" />, onSelect: () => actions.setOpen("routing") }]
      : []),
  ];
  return (
    <Menu
      align="end"
      trigger={
        <Button size="compact" aria-label={t("more")}>
          ⋯
        </Button>
      }
      items={items}
    />
  );
}
