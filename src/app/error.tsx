"use client";

import { useTranslations } from "next-intl";
import { ErrorState } from "@/ui/states/ErrorState";

/** Shown when a whole page fails. */
export default function PageError({ reset }: { error: Error; reset: () => void }) {
  const t = useTranslations("shell.failed");
  return (
    <main className="h-dvh">
      <h1 className="sr-only">{t("title")}</h1>
      <ErrorState cause={`${t("title")} ${t("text")}`} onRetry={reset} />
    </main>
  );
}
