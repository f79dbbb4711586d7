"use client";

import { Command, Inbox, Keyboard, LayoutDashboard, type LucideIcon, PanelLeft, Settings } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import { classes } from "@/ui/classes";
import { IconButton } from "@/ui/IconButton";
import { Logo } from "@/ui/marks/Logo";
import { Tooltip } from "@/ui/overlays/Tooltip";
import { overlays } from "../overlays";
import { keysOf } from "../shortcuts/keymap";
import { AvailabilityMenu } from "../status/AvailabilityMenu";
import { AccountMenu } from "./AccountMenu";

/** The narrow column of places, with the viewer's status at the bottom. */
export function Rail() {
  const t = useTranslations("shell.rail");
  const { mayWatchBoard, role, notices } = useMe();
  const pathname = usePathname();
  return (
    <nav
      aria-label={t("label")}
      className="hidden flex-col items-center gap-1 border-line border-e bg-sunken py-2 md:row-[1/-1] md:flex"
    >
      <Logo />
      <RailLink
        href="/q/mine"
        label={t("queues")}
        icon={Inbox}
        isHere={pathname.startsWith("/q/")}
        keys={keysOf("go.mine")}
      />
      {mayWatchBoard ? (
        <RailLink
          href="/board"
          label={t("board")}
          icon={LayoutDashboard}
          isHere={pathname === "/board"}
          keys={keysOf("go.board")}
        />
      ) : null}
      {role === "administrator" ? (
        <RailLink
          href="/settings"
          label={notices.length > 0 ? t("settingsWithNews", { count: notices.length }) : t("settings")}
          icon={Settings}
          isHere={pathname.startsWith("/settings")}
          keys={keysOf("go.settings")}
          hasNews={notices.length > 0}
        />
      ) : null}
      <div className="lg:hidden">
        <RailButton label={t("more")} icon={PanelLeft} onClick={() => overlays.open("views")} />
      </div>
      <div className="flex-1" />
      <RailButton
        label={t("commands")}
        icon={Command}
        keys={keysOf("shell.palette")}
        onClick={() => overlays.open("palette")}
      />
      <RailButton
        label={t("shortcuts")}
        icon={Keyboard}
        keys={keysOf("shell.shortcuts")}
        onClick={() => overlays.open("shortcuts")}
      />
      <div className="lg:hidden">
        <AvailabilityMenu look="mark" />
      </div>
      <AccountMenu />
    </nav>
  );
}

type RailEntry = { label: string; icon: LucideIcon; keys?: string | undefined };

type RailLinkProps = RailEntry & { href: string; isHere: boolean; hasNews?: boolean };

function RailLink({ href, label, icon: Icon, isHere, keys, hasNews = false }: RailLinkProps) {
  return (
    <Tooltip content={label} keys={keys} side="inline-end">
      <Link
        href={href}
        aria-label={label}
        aria-current={isHere ? "page" : undefined}
        className={classes(
          "relative inline-flex size-9 items-center justify-center rounded-control pointer-touch:size-11",
          isHere ? "bg-selected text-link" : "text-fg-2 hover:bg-hover hover:text-fg",
        )}
      >
        <Icon className="size-5" aria-hidden="true" />
        {hasNews ? <NewsMark /> : null}
      </Link>
    </Tooltip>
  );
}

/** A small mark at the corner of an entry that has news. The name of the entry says how many. */
function NewsMark() {
  return (
    <span
      aria-hidden="true"
      className="absolute end-1 top-1 size-2.5 rounded-full border-2 border-surface bg-warn-solid forced-colors:bg-[Highlight]"
    />
  );
}

function RailButton({ label, icon: Icon, keys, onClick }: RailEntry & { onClick: () => void }) {
  return (
    <IconButton
      label={label}
      keys={keys}
      side="inline-end"
      onClick={onClick}
      className="size-9"
      icon={<Icon className="size-5" aria-hidden="true" />}
    />
  );
}
