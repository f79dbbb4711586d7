"use client";

import { useTranslations } from "next-intl";
import { useLikelihood } from "@/client/categories/useLikelihood";
import type { ClassifierQuality, ModelVersionView } from "@/contract/views/classifierViews";
import { anchorOf } from "../../settingsPages";
import { Figure } from "./Figure";
import { liveStanding } from "./liveStanding";
import { useShare } from "./useShare";

/** The figures of the live model: as measured when it was fitted, and as observed since. */
export function QualityFigures({ quality, live }: { quality: ClassifierQuality; live: ModelVersionView }) {
  const t = useTranslations("settings.quality.figures");
  const share = useShare();
  const likelihood = useLikelihood(3);
  const { targetPrecision, threshold, thresholdOfModel, raised } = quality;
  const target = share(targetPrecision);
  return (
    <section id={anchorOf("figures")} tabIndex={-1} aria-label={t("title")} className="scroll-m-4">
      <dl className="grid grid-cols-2 gap-2 md:grid-cols-3 xl:grid-cols-5">
        <Figure
          name={t("precision")}
          value={share(live.precision)}
          note={t("target", { target })}
          hint={t("precisionHint")}
        />
        <Figure name={t("coverage")} value={share(live.coverage)} hint={t("coverageHint")} />
        <Figure name={t("accuracy")} value={share(live.accuracy)} hint={t("accuracyHint")} />
        <LivePrecision quality={quality} />
        <Figure
          name={t("threshold")}
          value={threshold === null ? t("thresholdNever") : likelihood(threshold)}
          hint={t("thresholdHint")}
          tone={raised ? "warn" : "neutral"}
          note={
            raised && thresholdOfModel !== null ? t("thresholdRaised", { from: likelihood(thresholdOfModel) }) : null
          }
        />
      </dl>
    </section>
  );
}

function LivePrecision({ quality: { liveDecided, targetPrecision } }: { quality: ClassifierQuality }) {
  const t = useTranslations("settings.quality.figures");
  const share = useShare();
  const { precision, isBelow } = liveStanding(liveDecided, targetPrecision);
  const { decided, requests, right, known } = liveDecided;
  return (
    <Figure
      name={t("live")}
      value={share(precision)}
      tone={isBelow ? "warn" : "neutral"}
      hint={t("liveHint")}
      note={
        <>
          {isBelow ? <span className="block">{t("belowTarget", { target: share(targetPrecision) })}</span> : null}
          <span className="block">{t("liveDecided", { decided, requests })}</span>
          {known > 0 ? <span className="block">{t("liveKnown", { right, known })}</span> : null}
        </>
      }
    />
  );
}
