"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState, useSyncExternalStore } from "react";
import { type CommandGroup, CommandSearch } from "@/ui/fields/CommandSearch";
import { overlays } from "../overlays";
import type { RegisteredCommand } from "../shortcuts/command";
import type { CommandCategory } from "../shortcuts/keymap";
import { registry } from "../shortcuts/registry";
import { useFoundRequest } from "./useFoundRequest";

/** Commands for the request on the screen come first, then those for lists, for places, and the rest. */
const ORDER: readonly CommandCategory[] = ["request", "list", "writing", "navigation", "general"];

/**
 * Finds commands that can be run now by what is typed, and a request by its number. It is a shortcut only: every
 * command is also offered elsewhere.
 */
export function CommandPalette() {
  const t = useTranslations("shell");
  const commands = useSyncExternalStore(registry.subscribe, registry.all, registry.all);
  const router = useRouter();
  const [typed, setTyped] = useState("");
  const { reference, found } = useFoundRequest(typed);
  const groups = useMemo(
    () => ORDER.map((category) => groupOf(category, t(`category.${category}`), commands)),
    [commands, t],
  );
  const requests = found
    ? [{ id: found.id, label: t("palette.open", { reference: found.reference }), keys: undefined, isAlwaysShown: true }]
    : [];
  const choose = (id: string) => {
    overlays.close();
    if (id === found?.id) return router.push(`/q/mine/s/${encodeURIComponent(id)}`);
    // Wait until the palette has returned the focus, since a command may move it.
    setTimeout(() => commands.findLast((each) => each.id === id)?.run());
  };
  return (
    <CommandSearch
      title={t("palette.title")}
      placeholder={t("palette.search")}
      emptyText={reference === null ? t("palette.empty") : t("palette.noRequest", { reference })}
      groups={[{ id: "requests", label: t("palette.requests"), items: requests }, ...groups].filter(
        ({ items }) => items.length > 0,
      )}
      onType={setTyped}
      onChoose={choose}
      onClose={overlays.close}
    />
  );
}

function groupOf(category: CommandCategory, label: string, commands: readonly RegisteredCommand[]): CommandGroup {
  const items = commands
    .filter((each) => each.category === category && !each.isUnlisted && each.when())
    .map(({ id, title, keys }) => ({ id, label: title, keys: keys[0] }));
  return { id: category, label, items };
}
