"use client";

import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useLikelihood } from "@/client/categories/useLikelihood";
import type { ClassifierQuality } from "@/contract/views/classifierViews";
import { Notice } from "@/ui/states/Notice";
import { Moment } from "@/ui/time/Moment";
import { useShare } from "./useShare";

/** Says that the threshold was raised automatically, why, and what helps. The live region is always in the page. */
export function RaisedNotice({ raised }: Pick<ClassifierQuality, "raised">) {
  const t = useTranslations("settings.quality.raised");
  const share = useShare();
  const likelihood = useLikelihood(3);
  return (
    <div role="status" className="empty:hidden">
      {raised ? (
        <Notice tone="warn" icon={<TriangleAlert className="size-4" aria-hidden="true" />}>
          <p className="font-medium">
            {t.rich("text", {
              precision: share(raised.precision),
              from: likelihood(raised.from),
              to: likelihood(raised.to),
              at: () => <Moment at={raised.at} />,
            })}
          </p>
          <p>{t("hint")}</p>
        </Notice>
      ) : null}
    </div>
  );
}
