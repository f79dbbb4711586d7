import type { ReactNode } from "react";
import { SettingsFrame } from "@/features/settings/SettingsFrame";

/** The frame of all settings pages. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return <SettingsFrame>{children}</SettingsFrame>;
}
