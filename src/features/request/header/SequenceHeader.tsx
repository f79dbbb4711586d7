"use client";

import { ArrowUpFromLine, ChevronLeft, PanelRight, Route, UserRoundPlus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { holdReason, useHoldWords } from "@/client/holds/holdReason";
import { useQueueHolds } from "@/client/holds/useQueueHolds";
import { useMe } from "@/client/me/MeGate";
import type { EscalationView, SequenceView } from "@/contract/views/requestViews";
import { graphemeCount } from "@/domain/text/graphemes";
import { keysOf } from "@/features/shell/shortcuts/keymap";
import { Button } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { IconButton } from "@/ui/IconButton";
import { SlaChip } from "@/ui/marks/SlaChip";
import { Menu } from "@/ui/overlays/Menu";
import { Moment } from "@/ui/time/Moment";
import type { SequenceChanges } from "../changes/useSequenceChanges";
import { useWhyHeld } from "../dialogs/useWhyHeld";
import type { SequenceActions } from "../useSequenceActions";
import { CategoryPicker } from "./CategoryPicker";
import { openClocks } from "./openClocks";
import { StateMenu } from "./StateMenu";
import { SubjectField } from "./SubjectField";
import { TagsEditor } from "./TagsEditor";

export type SequenceHeaderProps = {
  changes: SequenceChanges;
  actions: SequenceActions;
  onBack: () => void;
  onToggleContext: () => void;
  isContextShown: boolean;
};

/** The subject, state, category, tags and rep of a request. The viewer changes them here, as far as they may. */
export function SequenceHeader({ changes, actions, onBack, onToggleContext, isContextShown }: SequenceHeaderProps) {
  const t = useTranslations("conversation.header");
  const changed = useTranslations("conversation.changed");
  const { shown } = changes;
  return (
    <header className="shrink-0 border-line border-b bg-surface px-3 py-2">
      <div className="flex items-center gap-2">
        <IconButton
          label={t("back")}
          keys={keysOf("conversation.back")}
          icon={<ChevronLeft className="size-4 rtl:rotate-180" aria-hidden="true" />}
          onClick={onBack}
          className="md:hidden"
        />
        <SubjectField
          key={shown.id}
          subject={shown.subject}
          mayChange={shown.may.change}
          onRename={(subject, seen) => changes.change({ subject }, changed("subject"), { subject: seen })}
        />
        <span translate="no" className="num hidden shrink-0 text-fg-3 text-meta sm:inline">
          {shown.reference}
        </span>
        <IconButton
          label={t("context")}
          aria-pressed={isContextShown}
          icon={<PanelRight className="size-4 rtl:-scale-x-100" aria-hidden="true" />}
          onClick={onToggleContext}
        />
      </div>
      <Facts changes={changes} actions={actions} />
      <Hands sequence={shown} actions={actions} />
    </header>
  );
}

function Facts({ changes, actions }: Pick<SequenceHeaderProps, "changes" | "actions">) {
  const changed = useTranslations("conversation.changed");
  const { shown, change } = changes;
  const mayChange = shown.may.change;
  return (
    <div className="flex flex-wrap items-center gap-1.5 pt-1">
      <StateMenu
        state={shown.state}
        mayChange={mayChange}
        onChoose={actions.setState}
        isOpen={actions.open === "state"}
        onOpenChange={(isOpen) => actions.setOpen(isOpen ? "state" : null)}
      />
      <Clocks clocks={shown.clocks} />
      <CategoryPicker
        categoryId={shown.categoryId}
        classification={shown.classification}
        isConfirmed={shown.isCategoryConfirmed}
        mayChange={mayChange}
        onChoose={(categoryId, name) =>
          change(
            { categoryId },
            changed(categoryId === shown.categoryId ? "categoryConfirmed" : "category", { category: name }),
          )
        }
      />
      <TagsEditor
        tags={shown.tags}
        mayChange={mayChange}
        onChange={(tags) => change({ tags }, changed("tags"))}
        isOpen={actions.open === "tags"}
        onOpenChange={(isOpen) => actions.setOpen(isOpen ? "tags" : null)}
      />
    </div>
  );
}

/** At most one for each metric. */
const PLACES = ["first", "second", "third", "fourth", "fifth"] as const;

/** Shows each clock with its name, since a countdown alone does not say what for. */
function Clocks({ clocks }: Pick<SequenceView, "clocks">) {
  const t = useTranslations("conversation.header");
  const metrics = useTranslations("states.metric");
  return (
    <ul
      aria-label={t("sla")}
      className="order-last flex min-h-6 basis-full flex-wrap items-center gap-x-3 md:h-6 md:overflow-hidden"
    >
      {openClocks(clocks).map((clock, place) => (
        // Keyed by place, not by clock: when one is met, another takes its place, and nothing moves.
        <li key={PLACES[place]} className="flex w-40 shrink-0 items-center gap-1 whitespace-nowrap text-fg-3 text-meta">
          <span aria-hidden="true" className="w-20 truncate">
            {metrics(clock.metric)}
          </span>
          <SlaChip clock={clock} look="bare" />
        </li>
      ))}
    </ul>
  );
}

function Hands({ sequence, actions }: { sequence: SequenceView; actions: SequenceActions }) {
  const t = useTranslations("conversation.header");
  const { may, escalation } = sequence;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 pt-1 text-fg-2 text-meta">
      <span className="min-w-0 flex-1 basis-40 truncate">
        <WithWhom sequence={sequence} />
      </span>
      {escalation ? <Escalated escalation={escalation} mayWithdraw={may.escalate} actions={actions} /> : null}
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

/** A longer reason is cut until asked for, since it would push the conversation off the screen. */
const REASON_SHOWN_LENGTH = 120;

/** Says who escalated the request, when and why. While it waits, says what holds it and offers to withdraw it. */
function Escalated({
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
    <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 text-warn">
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
