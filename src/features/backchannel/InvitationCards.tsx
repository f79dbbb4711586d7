"use client";

import { Lock, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { BackchannelRow } from "@/domain/views/repViews";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { announce } from "@/ui/announcements";
import { IconButton } from "@/ui/IconButton";
import { InvitationButtons } from "./InvitationButtons";
import { useAnswerInvitation } from "./useAnswerInvitation";
import { useBackchannels } from "./useBackchannels";

const SHOWN_MAX = 3;

/**
 * Invitations that wait for an answer, beside whatever the rep is doing: they never take the focus, each is read out
 * once, and `g n` goes there (UX 1.4).
 */
export function InvitationCards({
  openId,
  onOpen,
}: {
  openId: string | null;
  onOpen: (interactionId: string) => void;
}) {
  const t = useTranslations("backchannel");
  const { rows } = useBackchannels();
  const [laterIds, setLaterIds] = useState<ReadonlySet<string>>(new Set());
  const invitations = (rows ?? []).filter(({ participation }) => participation === "invited");
  useAnnounced(rows);
  const region = useRef<HTMLElement>(null);
  useCommands(
    useMemo(
      () => [
        {
          id: "go.invitation",
          title: t("commands.invitation"),
          run: () => region.current?.querySelector<HTMLElement>("[data-shortcut-scope=invitation]")?.focus(),
        },
      ],
      [t],
    ),
  );
  const shown = invitations.filter(({ interactionId }) => interactionId !== openId && !laterIds.has(interactionId));
  if (shown.length === 0) return null;
  return (
    <section
      ref={region}
      aria-label={t("invitation.region")}
      className="fixed inset-e-3 top-3 z-20 flex w-[min(22rem,calc(100vw-1.5rem))] flex-col gap-2"
    >
      {shown.slice(0, SHOWN_MAX).map((row) => (
        <InvitationCard
          key={row.interactionId}
          row={row}
          onOpen={() => onOpen(row.interactionId)}
          onLater={() => setLaterIds((ids) => new Set([...ids, row.interactionId]))}
        />
      ))}
    </section>
  );
}

type InvitationCardProps = { row: BackchannelRow; onOpen: () => void; onLater: () => void };

function InvitationCard({ row, onOpen, onLater }: InvitationCardProps) {
  const t = useTranslations("backchannel.invitation");
  const [isDeclining, setDeclining] = useState(false);
  const { accept } = useAnswerInvitation(row.interactionId, onOpen);
  const title = row.invitedBy === null ? t("asksUnknown") : t("asks", { name: row.invitedBy });
  return (
    <article
      data-shortcut-scope="invitation"
      data-invitation={row.interactionId}
      tabIndex={-1}
      aria-label={title}
      className="popup flex flex-col gap-2 border-internal border-dashed p-3"
      onKeyDown={(event) => {
        // Its keys act on this card alone, of which there can be several.
        if (event.target !== event.currentTarget || event.metaKey || event.ctrlKey || event.altKey) return;
        if (event.key === "a") accept();
        if (event.key === "r") setDeclining(true);
        if (event.key === "a" || event.key === "r") event.preventDefault();
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
        <p dir="auto" className="line-clamp-4 whitespace-pre-wrap break-words text-table">
          {row.note}
        </p>
      ) : null}
      <InvitationButtons
        interactionId={row.interactionId}
        onAccepted={onOpen}
        isDeclining={isDeclining}
        onDeclining={setDeclining}
      />
    </article>
  );
}

/** Reads out each invitation once; those that were there when the desk was opened are seen, not read out. */
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
