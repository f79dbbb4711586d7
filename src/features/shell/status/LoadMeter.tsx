"use client";

import { useTranslations } from "next-intl";
import { useMe } from "@/client/me/MeGate";
import { LoadBar } from "@/ui/marks/LoadBar";

/** Shows how much of the viewer's capacity is used, as a bar and in figures. */
export function LoadMeter() {
  const t = useTranslations("shell.status");
  const { used, capacity } = useMe().load;
  return (
    <span className="num flex items-center gap-2 text-fg-2 text-meta">
      <span aria-hidden="true">{t("load", { used, capacity })}</span>
      <span className="sr-only">{t("loadSaid", { used, capacity })}</span>
      <LoadBar used={used} capacity={capacity} />
    </span>
  );
}
