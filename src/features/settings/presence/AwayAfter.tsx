"use client";

import { useTranslations } from "next-intl";
import { useId } from "react";
import { type Control, useController } from "react-hook-form";
import { UNSEEN_AWAY_AFTER_MS_MAX, UNSEEN_AWAY_AFTER_MS_MIN } from "@/contract/inputs/limits";
import { TextField } from "@/ui/fields/TextField";
import type { PresenceAnswers, TimeMistake } from "./presenceAnswers";
import { useSpanText } from "./useSpanText";

export type AwayAfterProps = {
  control: Control<PresenceAnswers>;
  /** What somebody else has stored while it was being edited. */
  meanwhileMs: number | undefined;
};

/** Asks in minutes and seconds for how long nobody may see a rep on duty. */
export function AwayAfter({ control, meanwhileMs }: AwayAfterProps) {
  const t = useTranslations("settings.presence.awayAfter");
  const spanText = useSpanText();
  const id = useId();
  const bounds = { min: spanText(UNSEEN_AWAY_AFTER_MS_MIN), max: spanText(UNSEEN_AWAY_AFTER_MS_MAX) };
  const meanwhile = meanwhileMs === undefined ? undefined : t("meanwhile", { span: spanText(meanwhileMs) });
  const minutes = useTimePart(control, "minutes");
  const seconds = useTimePart(control, "seconds");
  return (
    <fieldset
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-hint`}
      className="flex flex-col gap-2 p-2 sm:px-3"
    >
      <legend id={`${id}-title`} className="sr-only">
        {t("title")}
      </legend>
      <p id={`${id}-hint`} className="text-fg-3 text-meta">
        {t("hint", bounds)}
      </p>
      <div className="flex flex-wrap items-start gap-4">
        <TextField label={t("minutes")} {...minutes} error={minutes.error ?? meanwhile} className="num max-w-24" />
        <TextField label={t("seconds")} {...seconds} className="num max-w-24" />
      </div>
    </fieldset>
  );
}

/** The props of a field, with what is wrong with it once it was left. */
function useTimePart(control: Control<PresenceAnswers>, name: "minutes" | "seconds") {
  const t = useTranslations("settings.presence.awayAfter");
  const spanText = useSpanText();
  const other = name === "minutes" ? "seconds" : "minutes";
  const { field, fieldState } = useController({ control, name, rules: { deps: other } });
  const bounds = { min: spanText(UNSEEN_AWAY_AFTER_MS_MIN), max: spanText(UNSEEN_AWAY_AFTER_MS_MAX) };
  const mistake = fieldState.error?.message as TimeMistake | undefined;
  return { ...field, inputMode: "numeric", autoComplete: "off", error: mistake && t(mistake, bounds) } as const;
}
