"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useMe } from "@/client/me/MeGate";
import { Pane } from "@/features/shell/panes/Pane";
import { EmptyState } from "@/ui/states/EmptyState";
import { SettingsNav } from "./SettingsNav";

/** The frame of the settings: the navigation at the start side (on a phone above) and the open page. */
export function SettingsFrame({ children }: { children: ReactNode }) {
  const t = useTranslations("settings");
  const { role } = useMe();
  if (role !== "administrator") return <NotAllowed />;
  return (
    <div className="flex h-full min-h-0 flex-col md:flex-row">
      <SettingsNav />
      {/* Positioned, so that texts for screen readers scroll with it instead of stretching the page. */}
      <Pane id="main" as="main" label={t("title")} className="relative flex-1 overflow-y-auto">
        {children}
      </Pane>
    </div>
  );
}

function NotAllowed() {
  const t = useTranslations("settings");
  const home = (
    <Link href="/q/mine" className="font-medium text-link underline underline-offset-4">
      {t("toMine")}
    </Link>
  );
  return (
    <Pane id="main" as="main" label={t("title")} className="h-full">
      <EmptyState heading="h1" title={t("notAllowed")} action={home}>
        {t("notAllowedHint")}
      </EmptyState>
    </Pane>
  );
}
