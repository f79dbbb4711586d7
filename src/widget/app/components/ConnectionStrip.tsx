import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../chat/chatState";
import type { Translate } from "../messages/translate";
import { useLanguage } from "./ChatContext";

/** Shorter breaks are not shown. */
const PATIENCE_MS = 3_000;

/**
 * A line below the composer that says that the browser is offline, the desk is in trouble, or the chat reconnects. It is
 * always there, so that nothing moves and nothing is covered.
 */
export function ConnectionStrip({ connection }: { connection: Connection }) {
  const { t } = useLanguage();
  const [lasting, setLasting] = useState<Connection | null>(null);
  useEffect(() => {
    setLasting(null);
    const timer = setTimeout(() => setLasting(connection), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [connection]);
  const text = textOf(connection, connection === lasting, t);
  return (
    <div role="status" class={text ? "strip down" : "strip"}>
      {text}
    </div>
  );
}

function textOf(connection: Connection, isLong: boolean, t: Translate): string {
  if (connection === "offline") return t("offline");
  if (connection === "away") return t("away");
  return connection === "reconnecting" && isLong ? t("reconnecting") : "";
}
