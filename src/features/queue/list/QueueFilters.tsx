"use client";

import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useTranslations } from "next-intl";
import { categoryOptions } from "@/client/categories/categoryOptions";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";
import { Button } from "@/ui/Button";
import { Select } from "@/ui/fields/Select";
import { Chip } from "@/ui/marks/Chip";
import type { DeskView } from "../deskPlace";
import { BOARD_FIGURES, isNarrowed, type QueueFilter, WITHOUT } from "./queueFilter";

const ANY = "any";

export type QueueFiltersProps = {
  view: DeskView;
  filter: QueueFilter;
  onChange: (change: Partial<QueueFilter>) => void;
  onClear: () => void;
};

/** The filters of a queue. They are stored in the address, so a filtered queue can be shared and returned to. */
export function QueueFilters({ view, filter, onChange, onClear }: QueueFiltersProps) {
  const t = useTranslations("queue.filters");
  return (
    <fieldset className="flex min-w-0 flex-wrap items-end gap-2 px-3 pb-2">
      <legend className="sr-only">{t("label")}</legend>
      {view === "board" ? <FigureSelect filter={filter} onChange={onChange} /> : null}
      <TeamSelect view={view} filter={filter} onChange={onChange} />
      <CategorySelect filter={filter} onChange={onChange} />
      {filter.repId === null ? null : <RepChip repId={filter.repId} onRemove={() => onChange({ repId: null })} />}
      {isNarrowed(filter) ? (
        <Button size="compact" look="ghost" icon={<X className="size-3.5" aria-hidden="true" />} onClick={onClear}>
          {t("clear")}
        </Button>
      ) : null}
    </fieldset>
  );
}

type SelectProps = Pick<QueueFiltersProps, "filter" | "onChange">;

function FigureSelect({ filter, onChange }: SelectProps) {
  const t = useTranslations("queue");
  const options = BOARD_FIGURES.map((value) => ({ value, label: t(`figures.${value}`) }));
  return (
    <Select
      isLabelHidden
      label={t("filters.figure")}
      value={filter.figure ?? "live"}
      options={options}
      onChange={(figure) => onChange({ figure })}
      className="min-w-32 flex-1"
    />
  );
}

function TeamSelect({ view, filter, onChange }: SelectProps & { view: DeskView }) {
  const t = useTranslations("queue.filters");
  const { teams } = useMe();
  if (view === "unassigned" || teams.length === 0) return null;
  const options = [
    { value: ANY, label: t("anyTeam") },
    ...teams.map(({ id, name }) => ({ value: id, label: name })),
    ...(view === "board" ? [{ value: WITHOUT, label: t("withoutTeam") }] : []),
  ];
  return (
    <Select
      isLabelHidden
      label={t("team")}
      value={filter.teamId ?? ANY}
      options={options}
      onChange={(teamId) => onChange({ teamId: teamId === ANY ? null : teamId })}
      className="min-w-32 flex-1"
    />
  );
}

function CategorySelect({ filter, onChange }: SelectProps) {
  const t = useTranslations("queue.filters");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.category.list.queryOptions({}));
  const options = [
    { value: ANY, label: t("anyCategory") },
    { value: WITHOUT, label: t("withoutCategory") },
    ...categoryOptions(data ?? [], filter.categoryId).map(({ id, label }) => ({ value: id, label })),
  ];
  return (
    <Select
      isLabelHidden
      label={t("category")}
      value={filter.categoryId ?? ANY}
      options={options}
      onChange={(categoryId) => onChange({ categoryId: categoryId === ANY ? null : categoryId })}
      className="min-w-32 flex-1"
    />
  );
}

function RepChip({ repId, onRemove }: { repId: string; onRemove: () => void }) {
  const t = useTranslations("queue.filters");
  const trpc = useTRPC();
  const { data } = useQuery(trpc.directory.reps.queryOptions({}));
  const name = data?.find(({ id }) => id === repId)?.name;
  const label = name === undefined ? t("repUnknown") : t("rep", { name });
  return (
    <Chip name={label} onRemove={onRemove}>
      {label}
    </Chip>
  );
}
