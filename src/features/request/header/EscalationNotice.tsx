"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import type { EscalationView } from "@/contract/views/requestViews";
import { graphemeCount } from "@/domain/text/graphemes";
import { Button } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { Moment } from "@/ui/time/Moment";
import { useWhyHeld } from "../dialogs/useWhyHeld";
import type { SequenceActions } from "../useSequenceActions";

/** A longer reason is cut until asked for, since it would push the conversation off the screen. */
const REASON_SHOWN_LENGTH = 120;

/** Says who escalated the request, when and why. While it waits, says what holds it and offers to withdraw it. */
export function EscalationNotice({
  escalation,
  mayWithdraw,
  actions,
}: {
  escalation: EscalationView;
  mayWithdraw: boolean;
  actions: SequenceActions;
}) {
  const t = useTranslations("conversation.header");
  const whyHeld = useWhyHeld();
  const { byName, reason, at, state, heldBy } = escalation;
  const isWaiting = state === "waiting";
  const isLong = graphemeCount(reason) > REASON_SHOWN_LENGTH;
  const [isWhole, setWhole] = useState(!isLong);
  return (
    <span className="order-last flex min-w-0 basis-full flex-wrap items-center gap-x-2 gap-y-1 text-warn">
      <span className={classes("[overflow-wrap:anywhere]", !isWhole && "line-clamp-2")}>
        {t.rich("escalated", { name: byName, reason, at: () => <Moment at={at} /> })}
      </span>
      {isLong ? (
        <Button size="compact" look="ghost" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? "lessOfReason" : "wholeReason")}
        </Button>
      ) : null}
      {isWaiting ? <span>{t("escalationWaits", { why: whyHeld(heldBy) })}</span> : null}
      {isWaiting && mayWithdraw ? (
        <Button size="compact" isBusy={actions.isWithdrawing} onClick={actions.withdrawEscalation}>
          {t("withdrawEscalation")}
        </Button>
      ) : null}
    </span>
  );
}
