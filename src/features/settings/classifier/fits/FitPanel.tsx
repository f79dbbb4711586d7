"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import type { ClassifierQuality, ModelVersionView } from "@/contract/views/classifierViews";
import { Button } from "@/ui/Button";
import { ProgressBar } from "@/ui/marks/ProgressBar";
import { useToast } from "@/ui/overlays/useToast";
import { Panel } from "@/ui/Panel";
import { announce } from "@/ui/speech/announcements";
import { Moment } from "@/ui/time/Moment";
import { ticker } from "@/ui/time/ticker";
import { anchorOf } from "../../settingsPages";
import { useShare } from "../quality/useShare";

export type FitPanelProps = { quality: ClassifierQuality; onChanged: () => void };

/** Shows the progress of a fit, or the last fit, with a button to start another. */
export function FitPanel({ quality, onChanged }: FitPanelProps) {
  const t = useTranslations("settings.quality.fit");
  const { fitting } = quality;
  const watched = useWatchedFit(quality);
  const { fit, isAsking } = useFit(onChanged);
  useFitAnnounced(quality);
  const hasEnough =
    quality.exampleCount >= quality.examplesNeeded && quality.categoriesWithExamples >= quality.categoriesNeeded;
  return (
    <Panel anchor={anchorOf("fit")} title={t("title")}>
      <div className="flex flex-col gap-3 p-2 sm:px-3">
        {watched ? <Progress fit={watched} /> : <LastFit quality={quality} />}
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

/** The fit under way, or the last one if it ended while the page was open: its bar stays, filled, with the result. */
function useWatchedFit({ fitting, versions: [newest] }: ClassifierQuality): ModelVersionView | null {
  const [openedMs] = useState(() => ticker.nowMs());
  if (fitting) return fitting;
  return newest?.endedAt && newest.endedAt.getTime() > openedMs && newest.reason !== "roll_back" ? newest : null;
}

function Progress({ fit }: { fit: ModelVersionView }) {
  const t = useTranslations("settings.quality");
  const share = useShare();
  const { version, state, progress, exampleCount: count } = fit;
  const isUnderWay = state === "fitting";
  // A fit without examples has not begun: it waits for its turn.
  const percent = share(Math.round(progress * 100) / 100);
  const underWay = count === 0 ? t("fit.begins") : t("fit.progressOf", { share: percent, count });
  return (
    <ProgressBar
      label={t("fit.progress", { version })}
      share={isUnderWay ? progress : 1}
      text={isUnderWay ? underWay : t("fit.done", { state: t(`versions.states.${state}`), count })}
    />
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
  const { mutate, isPending } = useSingleMutation(
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

/** Announces the result of a fit that was seen under way, once. */
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
