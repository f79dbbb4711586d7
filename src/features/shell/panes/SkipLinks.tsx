"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { type PaneEntry, panes } from "./panes";

const NONE: readonly PaneEntry[] = [];
/** The panes with a skip link. The others are near the beginning anyway. */
const SKIPPED_TO: ReadonlySet<string> = new Set(["list", "thread", "reply", "board", "main"]);

/** The first links that the Tab key reaches: they lead straight to the list, the thread or the reply. */
export function SkipLinks() {
  const t = useTranslations("shell.skip");
  const all = useSyncExternalStore(panes.subscribe, panes.all, () => NONE);
  return (
    <div className="contents">
      {all
        .filter(({ id }) => SKIPPED_TO.has(id))
        .map(({ id, label, element }) => (
          <a
            key={id}
            href={`#${id}`}
            onClick={(event) => {
              event.preventDefault();
              element.focus();
            }}
            className="popup sr-only z-50 px-3 py-2 font-medium text-link focus:not-sr-only focus:fixed focus:inset-s-2 focus:top-2"
          >
            {t("to", { pane: label })}
          </a>
        ))}
    </div>
  );
}
