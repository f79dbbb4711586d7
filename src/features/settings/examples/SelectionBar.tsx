"use client";

import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { EXAMPLES_CHOSEN_MAX } from "@/contract/inputs/limits";
import { Button } from "@/ui/Button";
import { Checkbox } from "@/ui/fields/Checkbox";
import type { Selection } from "./useSelection";

export type SelectionBarProps = {
  shownCount: number;
  selection: Selection;
  onRemove: (numbers: readonly number[]) => void;
};

/** Selects all examples shown, and removes those that are selected. */
export function SelectionBar({ shownCount, selection, onRemove }: SelectionBarProps) {
  const t = useTranslations("settings.examples");
  const { numbers, selectAll } = selection;
  const isAll = numbers.length === Math.min(shownCount, EXAMPLES_CHOSEN_MAX);
  return (
    <div className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-line border-y bg-bg px-2 py-1 sm:px-3">
      <Checkbox label={t("selectAll", { count: shownCount })} isChecked={isAll} onChange={selectAll} />
      {numbers.length > 0 ? (
        <Button
          size="compact"
          icon={<Trash2 className="size-3.5" aria-hidden="true" />}
          onClick={() => onRemove(numbers)}
        >
          {t("removeSelected", { count: numbers.length })}
        </Button>
      ) : null}
    </div>
  );
}
