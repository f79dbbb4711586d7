"use client";

import { Check } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { usePercent } from "@/client/categories/useLikelihood";
import { Button } from "@/ui/Button";
import type { Suggestions } from "./suggestionsOf";

export type CategorySuggestionsProps = {
  current: { id: string; name: string } | null;
  suggestions: Suggestions;
  onChoose: (categoryId: string, name: string) => void;
};

/** Says why the request has its category. One click confirms it or chooses one of the likeliest others. */
export function CategorySuggestions({ current, suggestions, onChoose }: CategorySuggestionsProps) {
  const t = useTranslations("conversation.header");
  const percent = usePercent();
  const { likeliest, mayConfirm } = suggestions;
  return (
    <div className="flex flex-col gap-2">
      <Reason suggestions={suggestions} hasCategory={current !== null} />
      {current && mayConfirm ? (
        <Button
          size="compact"
          icon={<Check className="size-4 shrink-0 text-ok" aria-hidden="true" />}
          onClick={() => onChoose(current.id, current.name)}
        >
          <span className="min-w-0 flex-1 truncate text-start">{t("isRight", { name: current.name })}</span>
        </Button>
      ) : null}
      {likeliest.length > 0 ? (
        <ul aria-label={t("likeliest")} className="flex flex-col gap-1">
          {likeliest.map(({ categoryId, name, probability }) => (
            <li key={categoryId}>
              <Button
                size="compact"
                aria-label={t("pickLikely", { name, share: percent(probability) })}
                className="w-full"
                onClick={() => onChoose(categoryId, name)}
              >
                <span dir="auto" className="min-w-0 flex-1 truncate text-start">
                  {name}
                </span>
                <span className="num font-normal text-fg-3">{percent(probability)}</span>
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Reason({ suggestions, hasCategory }: { suggestions: Suggestions; hasCategory: boolean }) {
  const t = useTranslations("conversation.header");
  const format = useFormatter();
  const percent = usePercent();
  const { probability, because, likeliest } = suggestions;
  return <p className="text-fg-2 text-table empty:hidden">{words()}</p>;

  function words(): string | null {
    if (probability === null) return likeliest.length === 0 ? null : t(hasCategory ? "corrected" : "notSure");
    const share = percent(probability);
    return because.length === 0
      ? t("setByClassifier", { share })
      : t("becauseOf", { share, words: format.list(because) });
  }
}
