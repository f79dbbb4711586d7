"use client";

import { useTranslations } from "next-intl";
import { Logo } from "@/ui/marks/Logo";
import { useDelayed } from "@/ui/states/useDelayed";

/** Shown until it is known who the viewer is. */
export function Opening() {
  const t = useTranslations("shell");
  const isShown = useDelayed(150);
  return (
    <main className="flex h-dvh flex-col items-center justify-center gap-3" aria-busy="true">
      <Logo className="size-10" />
      <h1 className="sr-only">{t("productName")}</h1>
      <p role="status" className="min-h-5 text-fg-2">
        {isShown ? t("loadingDesk") : null}
      </p>
    </main>
  );
}
