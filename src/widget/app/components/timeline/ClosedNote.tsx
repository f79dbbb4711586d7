import { openingOf } from "../../conversation/dayAndTime";
import { useLanguage } from "../ChatContext";
import { useNowMs } from "./useNowMs";

const MINUTE_MS = 60_000;

/** Says that nobody is available, and when somebody will be, in the visitor's own zone (R2). */
export function ClosedNote({ opensAt }: { opensAt: Date | null }) {
  const { t, locale } = useLanguage();
  const nowMs = useNowMs(MINUTE_MS);
  return (
    <div class="card">
      <p class="strong">{t("closedTitle")}</p>
      <p>{opensAt ? t("closedOpens", openingOf(opensAt, nowMs, locale)) : t("closedText")}</p>
    </div>
  );
}
