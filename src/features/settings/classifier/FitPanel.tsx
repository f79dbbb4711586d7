"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ClassifierQuality } from "@/domain/views/classifierViews";
import { useTRPC } from "@/features/live/trpc";
import { useErrorText } from "@/features/live/useErrorText";
import { announce } from "@/ui/announcements";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import { ProgressBar } from "@/ui/ProgressBar";
import { Moment } from "@/ui/time/Moment";
import { useToast } from "@/ui/useToast";
import { useShare } from "./useShare";

export type FitPanelProps = { quality: ClassifierQuality; onChanged: () => void };

/** A model on its way, as far as it is; or the last one, and the way to another. */
export function FitPanel({ quality, onChanged }: FitPanelProps) {
  const t = useTranslations("settings.quality.fit");
  const share = useShare();
  const { fitting } = quality;
  const { fit, isAsking } = useFit(onChanged);
  useFitAnnounced(quality);
  const hasEnough =
    quality.exampleCount >= quality.examplesNeeded && quality.categoriesWithExamples >= quality.categoriesNeeded;
  return (
    <Panel title={t("title")}>
      <div className="flex flex-col gap-3 p-2 sm:px-3">
        {fitting ? (
          <ProgressBar
            label={t("progress", { version: fitting.version })}
            share={fitting.progress}
            text={t("progressOf", {
              share: share(Math.round(fitting.progress * 100) / 100),
              count: fitting.exampleCount,
            })}
          />
        ) : (
          <LastFit quality={quality} />
        )}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Button isBusy={isAsking || fitting !== null} disabled={!hasEnough} onClick={fit}>
            {t("now")}
          </Button>
          <p className="min-w-48 flex-1 text-fg-3 text-meta">{hasEnough ? t("hint") : t("tooFew")}</p>
        </div>
      </div>
    </Panel>
  );
}

function LastFit({ quality: { versions } }: { quality: ClassifierQuality }) {
  const t = useTranslations("settings.quality.fit");
  const [last] = versions;
  if (!last) return <p className="text-fg-2 text-table">{t("never")}</p>;
  return (
    <p className="text-fg-2 text-table">
      {t.rich("last", {
        version: last.version,
        count: last.exampleCount,
        at: () => <Moment at={last.endedAt ?? last.startedAt} />,
      })}
    </p>
  );
}

function useFit(onChanged: () => void) {
  const t = useTranslations("settings.quality.fit");
  const trpc = useTRPC();
  const toast = useToast();
  const errorText = useErrorText();
  const { mutate, isPending } = useMutation(
    trpc.classifier.fit.mutationOptions({
      onSuccess() {
        announce(t("started"));
        onChanged();
      },
      onError: (error) => void toast.show({ title: errorText(error), tone: "bad" }),
    }),
  );
  return { fit: () => mutate(), isAsking: isPending };
}

/** Says once what became of a fit that was watched. */
function useFitAnnounced({ fitting, versions }: ClassifierQuality) {
  const t = useTranslations("settings.quality");
  const watched = useRef<number | null>(null);
  const ended = versions.find(({ version, state }) => version === watched.current && state !== "fitting");
  useEffect(() => {
    if (fitting) watched.current = fitting.version;
  }, [fitting]);
  useEffect(() => {
    if (!ended) return;
    watched.current = null;
    announce(t("fit.ended", { version: ended.version, state: t(`versions.states.${ended.state}`) }));
  }, [ended, t]);
}
