"use client";

import { CircleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "../Button";

export type ErrorStateProps = {
  /** What went wrong, as a text for people. */
  cause: string;
  onRetry?: () => void;
  isRetrying?: boolean;
};

/** Shows an error inside a pane: the cause, and a button to retry. */
export function ErrorState({ cause, onRetry, isRetrying = false }: ErrorStateProps) {
  const t = useTranslations("ui");
  return (
    <div role="alert" className="flex h-full min-h-40 flex-col items-center justify-center gap-3 p-6 text-center">
      <CircleAlert className="size-5 text-bad" aria-hidden="true" />
      <p className="max-w-96 text-fg-2">{cause}</p>
      {onRetry ? (
        <Button onClick={onRetry} isBusy={isRetrying}>
          {t("retry")}
        </Button>
      ) : null}
    </div>
  );
}
