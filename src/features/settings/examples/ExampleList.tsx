"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { ExampleView } from "@/contract/views/classifierViews";
import { Button } from "@/ui/Button";
import { EmptyState } from "@/ui/states/EmptyState";
import { ExampleRow } from "./ExampleRow";
import { nextExample } from "./nextExample";
import { SelectionBar } from "./SelectionBar";
import type { Examples } from "./useExamples";
import { useRemoval } from "./useRemoval";
import { useSelection } from "./useSelection";

export type ExampleListProps = {
  loaded: readonly ExampleView[];
  examples: Examples;
  /** True if the examples were searched for, and are not all there are. */
  isSearch: boolean;
};

/** The examples of a category. Each can be removed by its button, and several by selecting them. */
export function ExampleList({ loaded, examples, isSearch }: ExampleListProps) {
  const t = useTranslations("settings.examples");
  const { hasMore, isLoadingMore, loadMore, readAgain } = examples;
  const { removed, remove } = useRemoval(readAgain);
  const shown = loaded.filter(({ number }) => !removed.has(number));
  const selection = useSelection(shown.map(({ number }) => number));
  const list = useRef<HTMLDivElement>(null);
  const isUsedUp = shown.length === 0 && hasMore && !isLoadingMore;
  useEffect(() => {
    if (isUsedUp) loadMore();
  }, [isUsedUp, loadMore]);
  const removeAndKeepFocus = (numbers: readonly number[]) => {
    // The removed examples disappear: the focus must not be lost with them.
    const target = list.current?.querySelector<HTMLElement>(`[data-example="${nextExample(numbers, shown)}"]`);
    (target ?? list.current)?.focus();
    selection.unselect(numbers);
    remove(numbers);
  };
  return (
    <div ref={list} tabIndex={-1} className="-outline-offset-2">
      <p role="status" className="sr-only">
        {isSearch && !examples.isSearching ? t("found", { count: shown.length, hasMore: String(hasMore) }) : null}
      </p>
      {shown.length > 0 ? (
        <SelectionBar shownCount={shown.length} selection={selection} onRemove={removeAndKeepFocus} />
      ) : null}
      {shown.length === 0 && !hasMore ? (
        <EmptyState title={t(isSearch ? "noneFound" : "empty")}>{isSearch ? null : t("emptyHint")}</EmptyState>
      ) : null}
      <ul aria-label={t("list")} aria-busy={examples.isSearching || undefined} className="flex flex-col">
        {shown.map((example) => (
          <ExampleRow
            key={example.number}
            example={example}
            isSelected={selection.isSelected(example.number)}
            onSelect={(isSelected) => selection.select(example.number, isSelected)}
            onRemove={() => removeAndKeepFocus([example.number])}
          />
        ))}
      </ul>
      {hasMore ? (
        <div className="border-line border-t p-2">
          <Button size="compact" look="ghost" isBusy={isLoadingMore} onClick={loadMore}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
