"use client";

import { useTranslations } from "next-intl";
import { useErrorText } from "@/client/errors/useErrorText";
import type { PresenceView } from "@/contract/views/settingsViews";
import { ErrorState } from "@/ui/states/ErrorState";
import { Notice } from "@/ui/states/Notice";
import { Skeleton } from "@/ui/states/Skeleton";
import { useNamedPart } from "../search/showNamedPart";
import { PresenceForm } from "./PresenceForm";
import { usePresence } from "./usePresence";

/** When reps become away by themselves, and what happens to their requests then. */
export function PresencePage() {
  const t = useTranslations("settings.presence");
  const errorText = useErrorText();
  const { data, error, isFetching, refetch } = usePresence();
  const readAgain = async () => (await refetch()).data ?? null;
  return (
    <div className="mx-auto flex max-w-[48rem] flex-col gap-4 p-4">
      <header className="flex flex-col gap-1">
        <h1 className="font-semibold text-title">{t("title")}</h1>
        <p className="max-w-prose text-fg-2 text-table">{t("intro")}</p>
      </header>
      {data && error ? (
        <Notice tone="warn" role="status">
          {t("outdated", { reason: errorText(error) })}
        </Notice>
      ) : null}
      {data ? <ReadPresence presence={data} readAgain={readAgain} /> : null}
      {!data && error ? (
        <ErrorState cause={errorText(error)} onRetry={() => void refetch()} isRetrying={isFetching} />
      ) : null}
      {!data && !error ? <Skeleton rows={3} rowClassName="h-24" /> : null}
    </div>
  );
}

function ReadPresence(props: { presence: PresenceView; readAgain: () => Promise<PresenceView | null> }) {
  useNamedPart();
  return <PresenceForm {...props} />;
}
