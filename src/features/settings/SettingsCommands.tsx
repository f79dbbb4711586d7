"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useMe } from "@/client/me/MeGate";
import type { Command } from "@/features/shell/shortcuts/command";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { showNamedPart } from "./search/showNamedPart";
import { useSettings } from "./search/useSettings";

/** Registers a command for each setting, on every screen, for administrators. */
export function SettingsCommands() {
  const t = useTranslations("settings.search");
  const router = useRouter();
  const settings = useSettings();
  const { role } = useMe();
  useCommands(
    useMemo(
      () =>
        role !== "administrator"
          ? []
          : settings.map(({ id, title, href }): Command => {
              const run = () => {
                router.push(href);
                showNamedPart(href);
              };
              return { id: `go.settings ${id}`, title: t("command", { title }), run, category: "navigation" };
            }),
      [t, router, settings, role],
    ),
  );
  return null;
}
