"use client";

import { Check, ChevronDown } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { usePercent } from "@/client/categories/useLikelihood";
import { Button } from "@/ui/Button";
import { Tooltip } from "@/ui/overlays/Tooltip";
import type { Suggestions } from "./suggestionsOf";

export type CategoryChipProps = Omit<ComponentProps<"button">, "children" | "name"> & {
  name: string;
  suggestions: Suggestions;
  /** The viewer may not change it. */
  isFixed?: boolean;
};

/**
 * The category of a request. If the classifier decided it, the chip says how likely it is and why; once somebody has
 * confirmed it, a small mark says so.
 */
export function CategoryChip({ name, suggestions, isFixed = false, ...rest }: CategoryChipProps) {
  const t = useTranslations("conversation.header");
  const format = useFormatter();
  const percent = usePercent();
  const { probability, because, isConfirmed } = suggestions;
  const shown = probability === null || isConfirmed ? null : percent(probability);
  const reason = because.length > 0 ? t("because", { words: format.list(because) }) : null;
  const hint = isConfirmed ? t("confirmedHint") : reason;
  const why = isConfirmed ? t("confirmed") : reason;
  const said = [`${t("category")}: ${name}`, shown && t("likelySaid", { probability: shown }), why];
  const face = (
    <>
      <span className="sr-only">{said.filter(Boolean).join(", ")}</span>
      <span aria-hidden="true" dir="auto" className="truncate">
        {name}
      </span>
      {shown === null ? null : (
        <span aria-hidden="true" className="num font-normal text-fg-3">
          {shown}
        </span>
      )}
      {isConfirmed ? <Check className="size-3.5 shrink-0 self-center text-fg-3" aria-hidden="true" /> : null}
    </>
  );
  if (isFixed) {
    return (
      <span className="flex max-w-[min(100%,18rem)] gap-1 text-fg-2 text-table" title={hint ?? undefined}>
        {face}
      </span>
    );
  }
  const button = (
    <Button size="compact" {...rest} className="max-w-[min(100%,16rem)]">
      {face}
      <ChevronDown className="size-3.5 shrink-0" aria-hidden="true" />
    </Button>
  );
  if (hint === null) return button;
  return (
    <Tooltip content={hint} side="bottom">
      {button}
    </Tooltip>
  );
}
