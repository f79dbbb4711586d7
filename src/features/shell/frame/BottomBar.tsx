"use client";

import { Ellipsis, Inbox, LayoutDashboard, Lock, type LucideIcon, Settings } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import { classes } from "@/ui/classes";
import { Badge } from "@/ui/marks/Badge";
import { overlays } from "../overlays";
import { useQueueCounts } from "../views/useQueueCounts";

const ENTRY = "relative flex h-11 flex-1 flex-col items-center justify-center gap-0.5 text-meta -outline-offset-2";

/** The places of the desk, at the bottom of a phone screen. */
export function BottomBar() {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const { mayWatchBoard, role, notices } = useMe();
  const counts = useQueueCounts();
  const invitations = counts?.invitations ?? 0;
  const isAside = pathname.startsWith("/q/backchannels");
  return (
    <nav
      aria-label={t("rail.label")}
      className="row-start-4 flex bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      <Place href="/q/mine" label={t("rail.queues")} icon={Inbox} isHere={pathname.startsWith("/q/") && !isAside} />
      <Place href="/q/backchannels" label={t("views.backchannels")} icon={Lock} isHere={isAside}>
        <Badge
          count={invitations}
          look="unread"
          label={t("views.invitations", { count: invitations })}
          className="absolute start-1/2 top-1 ms-1"
        />
      </Place>
      {mayWatchBoard ? (
        <Place href="/board" label={t("rail.board")} icon={LayoutDashboard} isHere={pathname === "/board"} />
      ) : null}
      {role === "administrator" ? (
        <Place href="/settings" label={t("rail.settings")} icon={Settings} isHere={pathname.startsWith("/settings")}>
          {notices.length > 0 ? (
            <Badge
              count={notices.length}
              look="unread"
              label={t("rail.news", { count: notices.length })}
              className="absolute start-1/2 top-1 ms-1"
            />
          ) : null}
        </Place>
      ) : null}
      <button type="button" className={`${ENTRY} text-fg-2`} onClick={() => overlays.open("views")}>
        <Ellipsis className="size-5" aria-hidden="true" />
        {t("rail.more")}
      </button>
    </nav>
  );
}

type PlaceProps = { href: string; label: string; icon: LucideIcon; isHere: boolean; children?: React.ReactNode };

function Place({ href, label, icon: Icon, isHere, children }: PlaceProps) {
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className={classes(ENTRY, isHere ? "font-medium text-link" : "text-fg-2")}
    >
      <Icon className="size-5" aria-hidden="true" />
      {label}
      {children}
    </Link>
  );
}
