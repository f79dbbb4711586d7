"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { ErrorState } from "@/ui/states/ErrorState";
import { Opening } from "./Opening";

/** Sends a visitor who is not signed in to the sign-in page and back. Shows any other error, with a button to retry. */
export function EntryFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const t = useTranslations("shell");
  const errorText = useErrorText();
  const isSignedOut = errorCodeOf(error) === "not_signed_in";
  useEffect(() => {
    if (!isSignedOut) return;
    const here = window.location.pathname + window.location.search;
    window.location.replace(`/sign-in?${new URLSearchParams({ callbackUrl: here })}`);
  }, [isSignedOut]);
  if (isSignedOut) return <Opening />;
  return (
    <main className="flex h-dvh flex-col">
      <h1 className="sr-only">{t("productName")}</h1>
      <ErrorState cause={errorText(error)} onRetry={onRetry} />
    </main>
  );
}
