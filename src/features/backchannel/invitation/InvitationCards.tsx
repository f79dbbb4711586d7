"use client";

import { Lock, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { BackchannelRow } from "@/contract/views/backchannelViews";
import { keysOfEvent } from "@/features/shell/shortcuts/keysOfEvent";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { Button } from "@/ui/Button";
import { IconButton } from "@/ui/IconButton";
import { announce } from "@/ui/speech/announcements";
import { useBackchannels } from "../list/useBackchannels";
import { InvitationButtons } from "./InvitationButtons";
import { useAnswerInvitation } from "./useAnswerInvitation";
import { usePointerBelow } from "./usePointerBelow";

export type InvitationCardsProps = {
  /** Shows no card, since the list on the screen holds the invitations. */
  isQuiet: boolean;
  onOpen: (interactionId: string) => void;
  /** Called when an invitation was accepted; the viewer will write there next. */
  onAccepted: (interactionId: string) => void;
  /** Opens the list of all invitations. */
  onShowAll: () => void;
};

/**
 * The newest unanswered invitation, at the foot of the list, where it covers nothing. It never takes the focus; each is
 * announced once, and `g n` goes there (UX 1.4). Under the pointer or the focus no card appears and none is replaced, so
 * that a press meets what was there.
 */
export function InvitationCards({ isQuiet, onOpen, onAccepted, onShowAll }: InvitationCardsProps) {
  const t = useTranslations("backchannel.invitation");
  const { rows } = useBackchannels();
  const [laterIds, setLaterIds] = useState<ReadonlySet<string>>(new Set());
  useAnnounced(rows);
  const region = useRef<HTMLElement>(null);
  const invitations = (rows ?? []).filter(
    ({ participation, interactionId }) => participation === "invited" && !laterIds.has(interactionId),
  );
  const place = useRef<HTMLSpanElement>(null);
  const [hasFocus, setFocus] = useState(false);
  const isHeld = usePointerBelow(place) || hasFocus;
  const { current, others } = useCurrent(isQuiet ? NONE : invitations, isHeld);
  useInvitationCommand(current ? region : null, onShowAll);
  // An element that is gone tells of no blur.
  const hasCard = current !== null;
  useEffect(() => {
    if (!hasCard) setFocus(false);
  }, [hasCard]);
  if (!current) return <span ref={place} hidden />;
  return (
    <section
      ref={region}
      data-keep-clear
      aria-label={t("region")}
      onFocus={() => setFocus(true)}
      onBlur={({ currentTarget, relatedTarget }) => setFocus(currentTarget.contains(relatedTarget))}
      className="flex max-h-[50%] shrink-0 flex-col gap-2 overflow-y-auto border-line border-t bg-surface p-3"
    >
      <span ref={place} hidden />
      <InvitationCard
        key={current.interactionId}
        row={current}
        onOpen={() => onOpen(current.interactionId)}
        onAccepted={() => onAccepted(current.interactionId)}
        onLater={() => setLaterIds((ids) => new Set([...ids, current.interactionId]))}
      />
      {others.length > 0 ? (
        <Button size="compact" look="ghost" className="self-end" onClick={onShowAll}>
          {t("more", { count: others.length })}
        </Button>
      ) : null}
    </section>
  );
}

const NONE: readonly BackchannelRow[] = [];

/** The invitation whose card is shown: the newest; while held, the one that was shown before, if it is still open. */
function useCurrent(invitations: readonly BackchannelRow[], isHeld: boolean) {
  const currentId = useRef<string | null>(null);
  const kept = invitations.find(({ interactionId }) => interactionId === currentId.current);
  const current = (isHeld ? kept : invitations[0]) ?? null;
  useEffect(() => {
    currentId.current = current?.interactionId ?? null;
  }, [current]);
  return { current, others: invitations.filter((each) => each !== current) };
}

function useInvitationCommand(region: RefObject<HTMLElement | null> | null, onShowAll: () => void) {
  const t = useTranslations("backchannel.commands");
  useCommands(
    useMemo(() => {
      const run = () => {
        const card = region?.current?.querySelector<HTMLElement>("[data-shortcut-scope=invitation]");
        if (card) card.focus();
        else onShowAll();
      };
      return [{ id: "go.invitation", title: t("invitation"), run }];
    }, [t, region, onShowAll]),
  );
}

type InvitationCardProps = { row: BackchannelRow; onOpen: () => void; onAccepted: () => void; onLater: () => void };

function InvitationCard({ row, onOpen, onAccepted, onLater }: InvitationCardProps) {
  const t = useTranslations("backchannel.invitation");
  const [isDeclining, setDeclining] = useState(false);
  const { accept } = useAnswerInvitation(row.interactionId, onAccepted);
  const title = row.invitedBy === null ? t("asksUnknown") : t("asks", { name: row.invitedBy });
  return (
    <article
      data-shortcut-scope="invitation"
      data-invitation={row.interactionId}
      tabIndex={-1}
      aria-label={title}
      className="flex flex-col gap-2 rounded-card border border-internal border-dashed bg-internal-bg p-3"
      onKeyDown={(event) => {
        // The keys act on this card only; there can be several cards.
        if (event.target !== event.currentTarget) return;
        const keys = keysOfEvent(event.nativeEvent);
        if (keys === "a") accept();
        if (keys === "r") setDeclining(true);
        if (keys === "a" || keys === "r") event.preventDefault();
      }}
    >
      <header className="flex items-start gap-2">
        <Lock className="mt-1 size-3.5 shrink-0 text-internal" aria-hidden="true" />
        <button type="button" onClick={onOpen} className="min-w-0 flex-1 text-start font-medium hover:underline">
          {title}
        </button>
        <IconButton
          isPlain
          size="compact"
          label={t("later")}
          icon={<X className="size-3.5" aria-hidden="true" />}
          onClick={onLater}
        />
      </header>
      {row.note ? (
        <p dir="auto" className="line-clamp-4 whitespace-pre-wrap [overflow-wrap:anywhere] text-table">
          {row.note}
        </p>
      ) : null}
      <InvitationButtons
        interactionId={row.interactionId}
        onAccepted={onAccepted}
        isDeclining={isDeclining}
        onDeclining={setDeclining}
      />
    </article>
  );
}

/** Announces each new invitation once, but not those that were there when the desk was opened. */
function useAnnounced(rows: readonly BackchannelRow[] | null) {
  const words = useAnnouncement();
  const known = useRef<ReadonlySet<string> | null>(null);
  useEffect(() => {
    if (rows === null) return;
    const before = known.current ?? new Set(rows.map(({ interactionId }) => interactionId));
    known.current = new Set([...before, ...rows.map(({ interactionId }) => interactionId)]);
    const fresh = rows.filter((row) => row.participation === "invited" && !before.has(row.interactionId));
    for (const row of fresh) announce(words(row));
  }, [rows, words]);
}

function useAnnouncement(): (row: BackchannelRow) => string {
  const t = useTranslations("backchannel.invitation");
  return useCallback(
    ({ invitedBy, note }) =>
      invitedBy === null
        ? t("announceUnknown", { note: note ?? "" })
        : t("announce", { name: invitedBy, note: note ?? "" }),
    [t],
  );
}
