import { useCallback, useEffect, useState } from "preact/hooks";
import type { CustomerRequest } from "@/contract/views/customerViews";
import { dateOf } from "../conversation/dayAndTime";
import type { MessageKey } from "../messages/en";
import { useChat, useLanguage, useSomethingElse } from "./ChatContext";
import { Skeleton } from "./Skeleton";

const STATES: Record<CustomerRequest["state"], MessageKey> = {
  open: "requestOpen",
  needs_answer: "requestNeedsAnswer",
  ended: "requestEnded",
};

/** The customer's requests in their own words, and a button for another one. A new `asOf` reads them again. */
export function Requests({ asOf, onBack }: { asOf: string; onBack: () => void }) {
  const { t } = useLanguage();
  const askSomethingElse = useSomethingElse();
  return (
    <section class="filling requests" aria-label={t("requests")}>
      <h2>{t("requests")}</h2>
      <List asOf={asOf} />
      <div class="actions">
        <button type="button" class="button primary" onClick={askSomethingElse}>
          {t("somethingElse")}
        </button>
        <button type="button" class="link" onClick={onBack}>
          {t("requestsBack")}
        </button>
      </div>
    </section>
  );
}

function List({ asOf }: { asOf: string }) {
  const chat = useChat();
  const { t, locale } = useLanguage();
  const [found, setFound] = useState<{ requests: readonly CustomerRequest[]; asOf: string } | null>(null);
  const [isFailed, setFailed] = useState(false);
  const read = useCallback(() => {
    setFailed(false);
    chat.requests().then(
      (requests) => setFound({ requests, asOf }),
      () => setFailed(true),
    );
  }, [chat, asOf]);
  useEffect(read, [read]);
  if (isFailed && !found) {
    return (
      <div role="alert">
        <p>{t("requestsFailed")}</p>
        <button type="button" class="button" onClick={read}>
          {t("retry")}
        </button>
      </div>
    );
  }
  if (!found) return <Skeleton label={t("loading")} />;
  return (
    <ul>
      {found.requests.map(({ id, subject, state, startedAt }) => (
        <li key={id}>
          <p class="strong" dir="auto">
            {subject}
          </p>
          <p class="meta">
            {t(STATES[state])} · {dateOf(startedAt, locale)}
          </p>
        </li>
      ))}
    </ul>
  );
}
