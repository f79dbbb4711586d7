import type { ReactNode } from "react";
import { SettingsFrame } from "@/features/settings/SettingsFrame";

/** The frame around all pages of the settings. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame>{children}</SettingsFrame>;
}
