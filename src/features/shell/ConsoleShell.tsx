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
import { StatusLine } from "./status/StatusLine";
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
      <div className="relative isolate grid h-dvh grid-rows-[auto_minmax(0,1fr)_auto_auto] md:grid-cols-[3rem_auto_minmax(0,1fr)] md:grid-rows-[auto_minmax(0,1fr)_auto]">
        <Rail />
        <ViewsSidebar />
        {/* It has to be answered, and takes room of its own. It comes while its reader is not there. */}
        <div className="row-start-1 md:col-start-3">
          <AbsenceStrip />
        </div>
        <div className="row-start-2 min-h-0 min-w-0 md:col-start-3">{children}</div>
        <StatusLine className="row-start-3 md:col-start-3 lg:hidden" />
        <BottomBar />
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
