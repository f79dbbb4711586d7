"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { neighbourId } from "./neighbourId";

export type ListCommands = {
  ids: readonly string[];
  currentId: string | null;
  openId: string | null;
  onCurrent: (sequenceId: string) => void;
  onOpen: (sequenceId: string) => void;
  newCount: number;
  apply: () => void;
};

/** The keys of a list: j and k walk it (and open, once something is open), `.` shows new rows. */
export function useListCommands(list: ListCommands): void {
  const t = useTranslations("queue.commands");
  const { ids, currentId, openId, onCurrent, onOpen, newCount, apply } = list;
  const commands = useMemo(() => {
    const walk = (step: number) => () => {
      const next = neighbourId(ids, openId ?? currentId, step);
      if (next === null) return;
      onCurrent(next);
      if (openId !== null) onOpen(next);
    };
    return [
      { id: "queue.next", title: t("next"), run: walk(1) },
      { id: "queue.previous", title: t("previous"), run: walk(-1) },
      { id: "queue.applyNew", title: t("showNew"), when: () => newCount > 0, run: apply },
    ];
  }, [t, ids, currentId, openId, onCurrent, onOpen, newCount, apply]);
  useCommands(commands);
}

/** The key `t` takes the next request. It needs no list, so it works while the list loads or cannot be read. */
export function useTakeNextCommand(takeNext: () => void): void {
  const t = useTranslations("queue.commands");
  useCommands(useMemo(() => [{ id: "queue.takeNext", title: t("takeNext"), run: takeNext }], [t, takeNext]));
}
