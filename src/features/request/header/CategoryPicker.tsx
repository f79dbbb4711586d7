"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { categoryOptions } from "@/client/categories/categoryOptions";
import { useTRPC } from "@/client/trpc";
import type { ClassificationView } from "@/contract/views/classifierViews";
import { Combobox } from "@/ui/fields/Combobox";
import { Popover } from "@/ui/overlays/Popover";
import { CategoryChip } from "./CategoryChip";
import { CategorySuggestions } from "./CategorySuggestions";
import { suggestionsOf } from "./suggestionsOf";

const NONE = "none";

export type CategoryPickerProps = {
  categoryId: string | null;
  classification: ClassificationView | null;
  isConfirmed: boolean;
  mayChange: boolean;
  onChoose: (categoryId: string | null, name: string) => void;
};

/**
 * Sets the category of a sequence (C9). One click confirms it or chooses one that the classifier finds likely (R6); all
 * others are found by typing.
 */
export function CategoryPicker(props: CategoryPickerProps) {
  const { categoryId, classification, isConfirmed, mayChange, onChoose } = props;
  const t = useTranslations("conversation.header");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.category.list.queryOptions({}));
  const [isOpen, setOpen] = useState(false);
  const suggestions = useMemo(
    () => suggestionsOf(classification, categoryId, isConfirmed),
    [classification, categoryId, isConfirmed],
  );
  const options = useMemo(
    () => [
      { value: NONE, label: t("noCategory") },
      ...categoryOptions(data ?? [], categoryId).map(({ id, label }) => ({ value: id, label })),
    ],
    [data, categoryId, t],
  );
  const chosen = options.find(({ value }) => value === (categoryId ?? NONE)) ?? null;
  const name = chosen?.label ?? t("noCategory");
  if (!mayChange) return <CategoryChip name={name} suggestions={suggestions} isFixed />;
  const choose = (id: string | null, label: string) => {
    setOpen(false);
    onChoose(id, label);
  };
  return (
    <Popover
      title={t("category")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<CategoryChip name={name} suggestions={suggestions} />}
    >
      <div className="flex flex-col gap-3">
        {classification ? (
          <CategorySuggestions
            current={categoryId === null ? null : { id: categoryId, name }}
            suggestions={suggestions}
            onChoose={choose}
          />
        ) : null}
        <Combobox
          isLabelHidden={classification === null}
          label={classification === null ? t("category") : t("otherCategory")}
          options={options}
          chosen={chosen}
          onChoose={(option) =>
            option ? choose(option.value === NONE ? null : option.value, option.label) : undefined
          }
        />
      </div>
    </Popover>
  );
}
