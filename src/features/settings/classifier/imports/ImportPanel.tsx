"use client";

import { FileUp } from "lucide-react";
import { useTranslations } from "next-intl";
import { type DragEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from "react";
import { Button } from "@/ui/Button";
import { classes } from "@/ui/classes";
import { Panel } from "@/ui/Panel";
import { anchorOf } from "../../settingsPages";
import { ExportLink } from "./ExportLink";
import { ImportResult } from "./ImportResult";
import { useImport } from "./useImport";

export type ImportPanelProps = {
  /** The button that chooses a file. */
  ref?: Ref<HTMLButtonElement>;
  onImported: () => void;
};

/** Imports and exports labelled examples as CSV. A file is chosen or dropped, and imported whole or not at all. */
export function ImportPanel({ ref, onImported }: ImportPanelProps) {
  const t = useTranslations("settings.quality.import");
  const { send, sending, sent } = useImport(onImported);
  useStrayDropsIgnored();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && sending === null) send(file);
  };
  return (
    <Panel anchor={anchorOf("import")} title={t("title")}>
      <div className="flex flex-col gap-3 p-2 sm:px-3">
        <p id={id} className="max-w-prose text-fg-2 text-table">
          {t("text")}
        </p>
        <DropZone onDrop={take}>
          <span className="text-fg-2 text-table max-md:hidden">{t("drop")}</span>
          <Button
            ref={ref}
            isBusy={sending !== null}
            aria-describedby={id}
            icon={<FileUp className="size-4" aria-hidden="true" />}
            onClick={() => field.current?.click()}
          >
            {t("choose")}
          </Button>
          <input
            ref={field}
            type="file"
            accept=".csv,text/csv"
            aria-label={t("file")}
            hidden
            onChange={(event) => {
              take(event.target.files);
              // The same file, corrected, must count as a new choice.
              event.target.value = "";
            }}
          />
        </DropZone>
        <div role="status" className="empty:hidden">
          {sending === null ? null : <p className="text-fg-2 text-table">{t("busy", { name: sending })}</p>}
          {sent && sending === null ? <ImportResult sent={sent} /> : null}
        </div>
        <ExportLink />
      </div>
    </Panel>
  );
}

type DropZoneProps = { onDrop: (files: FileList) => void; children: ReactNode };

function DropZone({ onDrop, children }: DropZoneProps) {
  const t = useTranslations("settings.quality.import");
  const [isOver, setOver] = useState(false);
  const accept = (event: DragEvent, isNowOver: boolean) => {
    event.preventDefault();
    setOver(isNowOver);
  };
  return (
    <fieldset
      onDragEnter={(event) => accept(event, true)}
      onDragOver={(event) => accept(event, true)}
      onDragLeave={(event) => accept(event, false)}
      onDrop={(event) => {
        accept(event, false);
        onDrop(event.dataTransfer.files);
      }}
      className={classes(
        "flex flex-wrap items-center gap-3 rounded-control border border-line-control border-dashed p-3",
        isOver ? "bg-selected" : "bg-bg",
      )}
    >
      <legend className="sr-only">{t("file")}</legend>
      {children}
    </fieldset>
  );
}

/** Ignores files that are dropped beside the drop zone. The browser would leave the page to show them. */
function useStrayDropsIgnored(): void {
  useEffect(() => {
    const ignore = (event: globalThis.DragEvent) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = "none";
    };
    window.addEventListener("dragover", ignore);
    window.addEventListener("drop", ignore);
    return () => {
      window.removeEventListener("dragover", ignore);
      window.removeEventListener("drop", ignore);
    };
  }, []);
}
