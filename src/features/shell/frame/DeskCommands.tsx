"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useMe } from "@/client/me/MeGate";
import { overlays } from "../overlays";
import { focusPane } from "../panes/panes";
import type { Command } from "../shortcuts/command";
import { useCommands } from "../shortcuts/useCommands";
import { useAvailability } from "../status/useAvailability";
import { useTheme } from "../theme/useTheme";
import { deskViews } from "../views/deskViews";
import { useQueueCounts } from "../views/useQueueCounts";
import { useSignOut } from "./useSignOut";

/** Registers the commands that exist on every screen of the desk. */
export function DeskCommands() {
  usePlaces();
  useGeneral();
  useOwnStatus();
  return null;
}

function useGeneral() {
  const t = useTranslations("shell.command");
  useCommands(
    useMemo(
      (): Command[] => [
        { id: "shell.palette", title: t("palette"), run: () => overlays.open("palette"), isUnlisted: true },
        { id: "shell.shortcuts", title: t("shortcuts"), run: () => overlays.open("shortcuts") },
        { id: "shell.nextPane", title: t("nextPane"), run: () => focusPane(1) },
        { id: "shell.previousPane", title: t("previousPane"), run: () => focusPane(-1) },
      ],
      [t],
    ),
  );
}

function usePlaces() {
  const t = useTranslations("shell.command");
  const router = useRouter();
  const { mayWatchBoard, role } = useMe();
  const counts = useQueueCounts();
  useCommands(
    useMemo((): Command[] => {
      const isAdministrator = () => role === "administrator";
      const teams = deskViews(counts).flatMap((view) =>
        view.id === "team"
          ? [
              {
                id: `go.team ${view.teamId}`,
                title: t("goTeam", { name: view.name }),
                run: () => router.push(view.href),
                category: "navigation" as const,
              },
            ]
          : [],
      );
      return [
        { id: "go.mine", title: t("goMine"), run: () => router.push("/q/mine") },
        { id: "go.unassigned", title: t("goUnassigned"), run: () => router.push("/q/unassigned") },
        { id: "go.backchannels", title: t("goBackchannels"), run: () => router.push("/q/backchannels") },
        { id: "go.closed", title: t("goClosed"), run: () => router.push("/q/closed") },
        { id: "go.board", title: t("goBoard"), run: () => router.push("/board"), when: () => mayWatchBoard },
        { id: "go.settings", title: t("goSettings"), run: () => router.push("/settings"), when: isAdministrator },
        ...teams,
      ];
    }, [t, router, counts, mayWatchBoard, role]),
  );
}

function useOwnStatus() {
  const t = useTranslations("shell.command");
  const [, setTheme] = useTheme();
  const [, setAvailability] = useAvailability();
  const { signOut } = useSignOut();
  useHereCommand();
  const commands: Command[] = [
    { id: "me.available", title: t("beAvailable"), run: () => setAvailability("available") },
    { id: "me.busy", title: t("beBusy"), run: () => setAvailability("busy") },
    { id: "me.away", title: t("beAway"), run: () => setAvailability("away") },
    { id: "me.offline", title: t("beOffline"), run: () => setAvailability("offline") },
    { id: "theme.system", title: t("themeSystem"), run: () => setTheme("system") },
    { id: "theme.light", title: t("themeLight"), run: () => setTheme("light") },
    { id: "theme.dark", title: t("themeDark"), run: () => setTheme("dark") },
    { id: "me.signOut", title: t("signOut"), run: signOut },
  ];
  // Registered once: they read the present state when they run.
  const [first] = useState(commands);
  useCommands(first);
}

/** Registers the command that ends an absence that Parley has noticed. */
function useHereCommand() {
  const t = useTranslations("shell.command");
  const { absence } = useMe();
  const [, setAvailability] = useAvailability();
  const back = useRef(() => {});
  useEffect(() => {
    back.current = () => (absence ? setAvailability(absence.before) : undefined);
  });
  const isAbsent = absence !== null;
  useCommands(
    useMemo(
      (): Command[] => [{ id: "me.here", title: t("here"), run: () => back.current(), when: () => isAbsent }],
      [t, isAbsent],
    ),
  );
}
