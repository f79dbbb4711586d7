import type { ReactNode } from "react";
import { SettingsCommands } from "@/features/settings/SettingsCommands";
import { ConsoleShell } from "@/features/shell/ConsoleShell";
import { SessionOverDialog } from "@/features/signIn/SessionOverDialog";

/** The desk's frame around its screens. */
export default function ConsoleLayout({ children }: { children: ReactNode }) {
  return (
    <ConsoleShell sessionOver={<SessionOverDialog />}>
      {children}
      <SettingsCommands />
    </ConsoleShell>
  );
}
