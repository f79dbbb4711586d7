"use client";

import { useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import { Pane } from "../panes/Pane";
import { AvailabilityMenu } from "../status/AvailabilityMenu";
import { ConnectionMark } from "../status/ConnectionMark";
import { LoadMeter } from "../status/LoadMeter";
import { SidebarNews } from "../status/SidebarNews";
import { ViewsList } from "../views/ViewsList";

/** The queues beside the rail, with the viewer's status at the bottom. Shown from 1024 px on. */
export function ViewsSidebar() {
  const t = useTranslations("shell.views");
  const { organization } = useMe();
  return (
    <Pane
      id="views"
      as="nav"
      label={t("label")}
      className="hidden w-56 flex-col border-line border-e bg-bg lg:row-[1/-1] lg:flex"
    >
      <p className="flex h-12 shrink-0 items-center truncate px-4 font-semibold">{organization.name}</p>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ViewsList />
      </div>
      <StatusStrip />
    </Pane>
  );
}

/** The availability, load and connection of the viewer, in words. */
export function StatusStrip() {
  return (
    <div className="flex flex-col gap-2 border-line border-t p-2">
      <AvailabilityMenu look="words" />
      <div className="flex flex-col gap-1 px-2">
        <LoadMeter />
        <SidebarNews />
        <ConnectionMark />
      </div>
    </div>
  );
}
