"use client";

import { useTranslations } from "next-intl";
import { useRef } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import type { ClassifierQuality } from "@/contract/views/classifierViews";
import { Button } from "@/ui/Button";
import { ErrorState } from "@/ui/states/ErrorState";
import { Notice } from "@/ui/states/Notice";
import { Skeleton } from "@/ui/states/Skeleton";
import { useNamedPart } from "../search/showNamedPart";
import { FitPanel } from "./fits/FitPanel";
import { TargetForm } from "./fits/TargetForm";
import { Versions } from "./fits/Versions";
import { ImportPanel } from "./imports/ImportPanel";
import { Confusions } from "./quality/Confusions";
import { ExamplesTable } from "./quality/ExamplesTable";
import { FirstModel } from "./quality/FirstModel";
import { QualityFigures } from "./quality/QualityFigures";
import { RaisedNotice } from "./quality/RaisedNotice";
import { type Quality, useNoticesRead, useQuality } from "./quality/useQuality";
import { TryPanel } from "./trying/TryPanel";
import { UndecidedPanel } from "./undecided/UndecidedPanel";

/** Shows how good the classifier is, with all that an administrator needs to improve it (R6). */
export function QualityPage() {
  const t = useTranslations("settings.quality");
  const errorText = useErrorText();
  const read = useQuality();
  const { quality, error, isFetching, readAgain } = read;
  return (
    <div className="mx-auto flex max-w-[84rem] flex-col gap-4 p-4">
      <header className="flex flex-col gap-1">
        <h1 className="font-semibold text-title">{t("title")}</h1>
        <p className="max-w-prose text-fg-2 text-table">{t("intro")}</p>
      </header>
      {quality ? <ReadQuality {...read} quality={quality} /> : null}
      {quality === null && error ? (
        <ErrorState cause={errorText(error)} onRetry={() => void readAgain()} isRetrying={isFetching} />
      ) : null}
      {quality === null && !error ? <Skeleton rows={6} rowClassName="h-24" /> : null}
    </div>
  );
}

function ReadQuality({ quality, error, isFetching, readAgain }: Quality & { quality: ClassifierQuality }) {
  const importRef = useRef<HTMLButtonElement>(null);
  useNoticesRead(quality.raised);
  useNamedPart();
  const onChanged = () => void readAgain();
  return (
    <>
      {error ? <Outdated error={error} isFetching={isFetching} onRetry={onChanged} /> : null}
      <RaisedNotice raised={quality.raised} />
      {quality.live ? (
        <QualityFigures quality={quality} live={quality.live} />
      ) : (
        <FirstModel quality={quality} onImport={() => focusAndShow(importRef.current)} />
      )}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <FitPanel quality={quality} onChanged={onChanged} />
          <TargetForm targetPrecision={quality.targetPrecision} changed={quality.targetChanged} onChanged={onChanged} />
          <ExamplesTable quality={quality} />
          <Confusions confusions={quality.confusions} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <TryPanel hasModel={quality.live !== null} />
          <UndecidedPanel stamp={quality.stamp} onChanged={onChanged} />
          <ImportPanel ref={importRef} onImported={onChanged} />
        </div>
      </div>
      <Versions versions={quality.versions} onChanged={onChanged} />
    </>
  );
}

function Outdated({ error, isFetching, onRetry }: { error: unknown; isFetching: boolean; onRetry: () => void }) {
  const t = useTranslations("settings.quality");
  const tUi = useTranslations("ui");
  const errorText = useErrorText();
  const [reason, again] = [errorText(error), tUi("retry")];
  return (
    <Notice
      tone="warn"
      role="status"
      action={
        <Button size="compact" isBusy={isFetching} onClick={onRetry}>
          {again}
        </Button>
      }
    >
      {t("outdated", { reason })}
    </Notice>
  );
}

function focusAndShow(element: HTMLElement | null): void {
  element?.scrollIntoView({ block: "center" });
  element?.focus({ preventScroll: true });
}
