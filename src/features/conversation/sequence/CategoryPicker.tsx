"use client";

import { useQuery } from "@tanstack/react-query";
import { ChevronDown } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { categoryOptions } from "@/features/live/categories/categoryOptions";
import { useTRPC } from "@/features/live/trpc";
import { Button } from "@/ui/Button";
import { Combobox } from "@/ui/Combobox";
import { Popover } from "@/ui/Popover";

const NONE = "none";

export type CategoryPickerProps = {
  categoryId: string | null;
  mayChange: boolean;
  onChoose: (categoryId: string | null, name: string) => void;
};

/** The category of a sequence (C9), chosen from the organization's set by typing. */
export function CategoryPicker({ categoryId, mayChange, onChoose }: CategoryPickerProps) {
  const t = useTranslations("conversation.header");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.category.list.queryOptions({}));
  const [isOpen, setOpen] = useState(false);
  const options = useMemo(
    () => [
      { value: NONE, label: t("noCategory") },
      ...categoryOptions(data ?? [], categoryId).map(({ id, label }) => ({ value: id, label })),
    ],
    [data, categoryId, t],
  );
  const chosen = options.find(({ value }) => value === (categoryId ?? NONE)) ?? null;
  if (!mayChange) return <span className="text-fg-2 text-table">{chosen?.label ?? t("noCategory")}</span>;
  return (
    <Popover
      title={t("category")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="compact" className="max-w-56">
          <span className="sr-only">{t("category")}: </span>
          <span className="truncate">{chosen?.label ?? t("noCategory")}</span>
          <ChevronDown className="size-3.5" aria-hidden="true" />
        </Button>
      }
    >
      <Combobox
        isLabelHidden
        label={t("category")}
        options={options}
        chosen={chosen}
        onChoose={(option) => {
          if (!option) return;
          setOpen(false);
          onChoose(option.value === NONE ? null : option.value, option.label);
        }}
      />
    </Popover>
  );
}
