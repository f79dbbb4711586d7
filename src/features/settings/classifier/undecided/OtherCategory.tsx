"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { categoryOptions } from "@/client/categories/categoryOptions";
import { useTRPC } from "@/client/trpc";
import { Button } from "@/ui/Button";
import { Combobox } from "@/ui/fields/Combobox";
import { Popover } from "@/ui/overlays/Popover";

export type OtherCategoryProps = {
  reference: string;
  onChoose: (category: { id: string; name: string }) => void;
};

/** A button that opens a search in all categories of the organization. */
export function OtherCategory({ reference, onChoose }: OtherCategoryProps) {
  const t = useTranslations("settings.quality.undecided");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.category.list.queryOptions({}));
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      title={t("otherTitle")}
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={
        <Button size="compact" look="ghost" aria-label={t("otherOf", { reference })}>
          {t("other")}
        </Button>
      }
    >
      <Combobox
        isLabelHidden
        label={t("otherTitle")}
        placeholder={t("search")}
        options={categoryOptions(data ?? [], null).map(({ id, label }) => ({ value: id, label }))}
        chosen={null}
        onChoose={(option) => {
          if (!option) return;
          setOpen(false);
          onChoose({ id: option.value, name: option.label });
        }}
      />
    </Popover>
  );
}
