import type { ReactNode } from "react";
import { SettingsCommands } from "@/features/settings/SettingsCommands";
import { ConsoleShell } from "@/features/shell/ConsoleShell";
import { SessionKeeper } from "@/features/signIn/SessionKeeper";

/** The frame around all screens of the desk. */
export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <ConsoleShell session={<SessionKeeper />}>
      {children}
      <SettingsCommands />
    </ConsoleShell>
  );
}
