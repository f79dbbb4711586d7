"use client";

import type { ReactNode } from "react";
import { MeGate } from "@/client/me/MeGate";
import { BottomBar } from "./frame/BottomBar";
import { DeskCommands } from "./frame/DeskCommands";
import { EntryFailed } from "./frame/EntryFailed";
import { Opening } from "./frame/Opening";
import { Overlays } from "./frame/Overlays";
import { Rail } from "./frame/Rail";
import { ViewsSheet } from "./frame/ViewsSheet";
import { ViewsSidebar } from "./frame/ViewsSidebar";
import { FocusKeeper } from "./panes/FocusKeeper";
import { SkipLinks } from "./panes/SkipLinks";
import { ShortcutListener } from "./shortcuts/ShortcutListener";
import { AbsenceStrip } from "./status/AbsenceStrip";
import { NoticesKeeper } from "./status/NoticesKeeper";
import { OfflineStrip } from "./status/OfflineStrip";
import { ThemeKeeper } from "./theme/ThemeKeeper";
import { CountsKeeper } from "./views/useQueueCounts";

export type ConsoleShellProps = {
  children: ReactNode;
  /** Shown over the page when the session is over or somebody else's. */
  session: ReactNode;
};

/** The frame around every screen of the desk: places, queues, the viewer's status. A phone shows one pane at a time. */
export function ConsoleShell({ children, session }: ConsoleShellProps) {
  return (
    <MeGate loading={<Opening />} failed={(error, retry) => <EntryFailed error={error} onRetry={retry} />}>
      <SkipLinks />
      <div className="relative isolate grid h-dvh grid-rows-[auto_minmax(0,1fr)_auto] md:grid-cols-[3rem_auto_minmax(0,1fr)] md:grid-rows-[minmax(0,1fr)]">
        <Rail />
        <ViewsSidebar />
        <div className="row-start-2 min-h-0 min-w-0 md:col-start-3 md:row-start-1">{children}</div>
        <BottomBar />
        {/* It lies over the screens: what comes and goes by itself must not move anything. */}
        <div className="pointer-events-none z-40 flex flex-col items-center gap-1 px-2 max-md:row-start-1 md:absolute md:inset-x-0 md:top-0">
          <div className="max-w-full max-md:absolute max-md:inset-x-2 max-md:top-0 max-md:z-40">
            <OfflineStrip />
          </div>
          {/* It has to be answered. On a phone it stands above the screen, since it would hide the header. */}
          <AbsenceStrip />
        </div>
      </div>
      <ViewsSheet />
      <Overlays />
      {session}
      <DeskCommands />
      <ShortcutListener />
      <FocusKeeper />
      <ThemeKeeper />
      <CountsKeeper />
      <NoticesKeeper />
    </MeGate>
  );
}
