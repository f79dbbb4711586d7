"use client";

import { useFormatter, useTranslations } from "next-intl";
import { useState } from "react";
import type { ModelState, ModelVersionView } from "@/contract/views/classifierViews";
import { Button } from "@/ui/Button";
import { Chip } from "@/ui/marks/Chip";
import type { Tone } from "@/ui/marks/tone";
import { Panel } from "@/ui/Panel";
import { type Column, DataTable } from "@/ui/table/DataTable";
import { Moment } from "@/ui/time/Moment";
import { anchorOf } from "../../settingsPages";
import { useShare } from "../quality/useShare";
import { RollBackDialog } from "./RollBackDialog";

const TONE: Record<ModelState, Tone> = {
  fitting: "info",
  live: "ok",
  replaced: "neutral",
  refused: "warn",
  failed: "bad",
};

export type VersionsProps = { versions: readonly ModelVersionView[]; onChanged: () => void };

/** All models that were fitted, with the result of each and a button to go back to an earlier one. */
export function Versions({ versions, onChanged }: VersionsProps) {
  const t = useTranslations("settings.quality.versions");
  const [chosen, setChosen] = useState<number | null>(null);
  const columns = useColumns(setChosen);
  return (
    <Panel anchor={anchorOf("versions")} title={t("title")}>
      <DataTable
        caption={t("title")}
        columns={columns}
        rows={versions}
        keyOf={({ version }) => String(version)}
        emptyText={t("empty")}
      />
      <RollBackDialog version={chosen} onClose={() => setChosen(null)} onDone={onChanged} />
    </Panel>
  );
}

function useColumns(onRollBack: (version: number) => void): Column<ModelVersionView>[] {
  const t = useTranslations("settings.quality.versions");
  const format = useFormatter();
  const share = useShare();
  return [
    { id: "version", title: t("version"), cell: ({ version }) => format.number(version) },
    { id: "state", title: t("state"), cell: (version) => <State version={version} /> },
    { id: "reason", title: t("reason"), isMinor: true, cell: ({ reason }) => t(`reasons.${reason}`) },
    { id: "started", title: t("started"), isMinor: true, cell: ({ startedAt }) => <Moment at={startedAt} /> },
    {
      id: "examples",
      title: t("examples"),
      isNumber: true,
      isMinor: true,
      cell: ({ exampleCount }) => format.number(exampleCount),
    },
    { id: "precision", title: t("precision"), isNumber: true, cell: ({ precision }) => share(precision) },
    { id: "coverage", title: t("coverage"), isNumber: true, isMinor: true, cell: ({ coverage }) => share(coverage) },
    { id: "accuracy", title: t("accuracy"), isNumber: true, isMinor: true, cell: ({ accuracy }) => share(accuracy) },
    {
      id: "action",
      title: t("action"),
      cell: ({ version, mayRollBack }) =>
        mayRollBack ? (
          <Button
            size="compact"
            aria-label={t("rollBackTo", { version })}
            className="my-0.5"
            onClick={() => onRollBack(version)}
          >
            {t("rollBack")}
          </Button>
        ) : null,
    },
  ];
}

function State({ version: { state, refusedBecause } }: { version: ModelVersionView }) {
  const t = useTranslations("settings.quality.versions");
  const share = useShare();
  return (
    <div className="py-1">
      <Chip tone={TONE[state]}>{t(`states.${state}`)}</Chip>
      {refusedBecause ? (
        <p className="max-w-64 pt-0.5 text-fg-2 text-meta">
          {t("refused", { accuracy: share(refusedBecause.accuracy), previous: share(refusedBecause.previousAccuracy) })}
        </p>
      ) : null}
    </div>
  );
}
