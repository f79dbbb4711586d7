import type { ReactNode } from "react";
import { SettingsCommands } from "@/features/settings/SettingsCommands";
import { ConsoleShell } from "@/features/shell/ConsoleShell";
import { SessionKeeper } from "@/features/signIn/SessionKeeper";

/** The desk's frame around its screens. */
export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <ConsoleShell session={<SessionKeeper />}>
      {children}
      <SettingsCommands />
    </ConsoleShell>
  );
}
