"use client";

import { useTranslations } from "next-intl";
import { useLiveStatus } from "@/client/live/useLiveStatus";
import { classes } from "@/ui/classes";
import { Tooltip } from "@/ui/overlays/Tooltip";

const DOT = {
  live: "border-ok bg-ok",
  connecting: "border-fg-3",
  reconnecting: "border-warn bg-warn",
  offline: "border-bad",
} as const;

/** The state of the connection as a dot with a word. A filled dot is live, a hollow one is not. */
export function ConnectionMark() {
  const t = useTranslations("shell.status");
  const connection = useLiveStatus("connection");
  const isDatabaseAway = useLiveStatus("isDatabaseAway");
  const word = isDatabaseAway ? t("connection.database") : t(`connection.${connection}`);
  return (
    <Tooltip content={t("connectionSaid", { state: word })}>
      <span className="inline-flex items-center gap-1.5 text-fg-2 text-meta">
        <span
          className={classes("size-2 rounded-full border-2", isDatabaseAway ? DOT.reconnecting : DOT[connection])}
          aria-hidden="true"
        />
        <span>{word}</span>
      </span>
    </Tooltip>
  );
}
