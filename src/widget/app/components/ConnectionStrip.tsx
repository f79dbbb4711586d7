import { useEffect, useState } from "preact/hooks";
import type { Connection } from "../chat/chatState";
import type { Translate } from "../messages/translate";
import { useLanguage } from "./ChatContext";

/** A hiccup shorter than this is not worth a word. */
const PATIENCE_MS = 3_000;

/** Says that the browser is offline, that the desk can do nothing for now, or that the chat is reconnecting; the region is always there, for screen readers. */
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
    <div role="status" class={text ? "strip" : "hidden"}>
      {text}
    </div>
  );
}

function textOf(connection: Connection, isLong: boolean, t: Translate): string {
  if (connection === "offline") return t("offline");
  if (connection === "away") return t("away");
  return connection === "reconnecting" && isLong ? t("reconnecting") : "";
}
