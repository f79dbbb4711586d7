"use client";

import { Upload } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ClassifierQuality } from "@/contract/views/classifierViews";
import { Button } from "@/ui/Button";
import { ProgressBar } from "@/ui/marks/ProgressBar";
import { Panel } from "@/ui/Panel";
import { anchorOf } from "../../settingsPages";

/** Shows how many examples an organization still needs for its first model, and what decides until then. */
export function FirstModel({ quality, onImport }: { quality: ClassifierQuality; onImport: () => void }) {
  const t = useTranslations("settings.quality.first");
  const { exampleCount, examplesNeeded, categoriesWithExamples, categoriesNeeded } = quality;
  const isReady = exampleCount >= examplesNeeded && categoriesWithExamples >= categoriesNeeded;
  return (
    <Panel anchor={anchorOf("figures")} title={t("title")}>
      <div className="flex flex-col gap-3 p-2 sm:px-3">
        <p className="max-w-prose text-fg-2 text-table">{t("text")}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          <ProgressBar
            label={t("examples")}
            share={exampleCount / examplesNeeded}
            text={t("examplesOf", { count: exampleCount, needed: examplesNeeded })}
          />
          <ProgressBar
            label={t("categories")}
            share={categoriesWithExamples / categoriesNeeded}
            text={t("categoriesOf", { count: categoriesWithExamples, needed: categoriesNeeded })}
          />
        </div>
        {isReady ? <p className="text-ok text-table">{t("ready")}</p> : null}
        <div>
          <Button look="primary" icon={<Upload className="size-4" aria-hidden="true" />} onClick={onImport}>
            {t("import")}
          </Button>
        </div>
      </div>
    </Panel>
  );
}
