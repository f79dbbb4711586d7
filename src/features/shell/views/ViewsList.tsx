"use client";

import { Archive, Inbox, Lock, type LucideIcon, UserRound, Users } from "lucide-react";
import Link from "next/link";
import { usePathname, useSearchParams } from "next/navigation";
import { useTranslations } from "next-intl";
import type { QueueCounts } from "@/contract/views/queueViews";
import { classes } from "@/ui/classes";
import { Badge } from "@/ui/marks/Badge";
import { type DeskView, deskViews, isInView } from "./deskViews";
import { useQueueCounts } from "./useQueueCounts";

const ICON: Record<DeskView["id"], LucideIcon> = {
  mine: UserRound,
  unassigned: Inbox,
  backchannels: Lock,
  closed: Archive,
  team: Users,
};

/** Room for two digits, so that a count that gets a second one moves nothing. */
const COUNT_ROOM = "min-w-7";

/** The queues, each with its count. The one on the screen is marked. */
export function ViewsList({ onChoose }: { onChoose?: () => void }) {
  const t = useTranslations("shell.views");
  const counts = useQueueCounts();
  const pathname = usePathname();
  const teamId = useSearchParams().get("teamId");
  const views = deskViews(counts);
  const entry = (view: DeskView) => (
    <li key={view.href}>
      <ViewLink view={view} counts={counts} isHere={isInView(view, pathname, teamId)} onChoose={onChoose} />
    </li>
  );
  const teams = views.filter(({ id }) => id === "team");
  return (
    <div className="flex flex-col gap-3 p-2">
      <ul className="flex flex-col gap-px">{views.filter(({ id }) => id !== "team").map(entry)}</ul>
      {teams.length > 0 ? (
        <section aria-labelledby="views-teams">
          <h2 id="views-teams" className="px-2 pb-1 font-medium text-fg-3 text-meta">
            {t("teams")}
          </h2>
          <ul className="flex flex-col gap-px">{teams.map(entry)}</ul>
        </section>
      ) : null}
    </div>
  );
}

type ViewLinkProps = {
  view: DeskView;
  counts: QueueCounts | undefined;
  isHere: boolean;
  onChoose: (() => void) | undefined;
};

function ViewLink({ view, counts, isHere, onChoose }: ViewLinkProps) {
  const t = useTranslations("shell.views");
  const Icon = ICON[view.id];
  const invitations = view.id === "backchannels" ? (counts?.invitations ?? 0) : 0;
  return (
    <Link
      href={view.href}
      {...(onChoose ? { onClick: onChoose } : {})}
      aria-current={isHere ? "page" : undefined}
      className={classes(
        "flex h-8 items-center gap-2 rounded-control px-2 -outline-offset-2 pointer-touch:h-11",
        isHere ? "bg-selected font-medium text-fg" : "text-fg-2 hover:bg-hover hover:text-fg",
      )}
    >
      <Icon className={classes("size-4 shrink-0", view.id === "backchannels" && "text-internal")} aria-hidden="true" />
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {view.id === "team" ? view.name : t(view.id)}
      </span>
      <Badge
        count={invitations}
        look="unread"
        label={t("invitations", { count: invitations })}
        className={COUNT_ROOM}
      />
      <span className={classes("flex justify-end", COUNT_ROOM)}>
        <Badge
          count={countOf(view, counts)}
          label={t(view.id === "closed" ? "closedCount" : "waiting", { count: countOf(view, counts) })}
        />
      </span>
    </Link>
  );
}

function countOf(view: DeskView, counts: QueueCounts | undefined): number {
  if (view.id === "team") return counts?.teams.find(({ teamId }) => teamId === view.teamId)?.waiting ?? 0;
  return counts?.[view.id] ?? 0;
}
