"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useRef, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import type { UndecidedRequest } from "@/contract/views/classifierViews";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { Button } from "@/ui/Button";
import { Panel } from "@/ui/Panel";
import { EmptyState } from "@/ui/states/EmptyState";
import { ErrorState } from "@/ui/states/ErrorState";
import { Skeleton } from "@/ui/states/Skeleton";
import { anchorOf } from "../../settingsPages";
import { UndecidedRow } from "./UndecidedRow";
import { useFocusOnMore } from "./useFocusOnMore";
import { type Undecided, useUndecided } from "./useUndecided";

export type UndecidedPanelProps = {
  /** A number that goes up with every change to what the classifier knows. */
  stamp: number;
  onChanged: () => void;
};

/** The requests that neither a person nor the classifier has categorized. One click, or one key, labels one. */
export function UndecidedPanel({ stamp, onChanged }: UndecidedPanelProps) {
  const t = useTranslations("settings.quality.undecided");
  const errorText = useErrorText();
  const undecided = useUndecided(stamp, onChanged);
  const { requests, error, retry } = undecided;
  return (
    <Panel
      anchor={anchorOf("undecided")}
      title={t("title")}
      note={requests && requests.length > 0 ? t("note") : undefined}
    >
      {error ? <ErrorState cause={`${t("error")} ${errorText(error)}`} onRetry={retry} /> : null}
      {!error && requests === null ? <Skeleton rows={3} rowClassName="h-20" className="p-3" /> : null}
      {requests ? <Requests undecided={undecided} requests={requests} /> : null}
    </Panel>
  );
}

type RequestsProps = { undecided: Undecided; requests: readonly UndecidedRequest[] };

function Requests({ undecided, requests }: RequestsProps) {
  const t = useTranslations("settings.quality.undecided");
  const list = useRef<HTMLDivElement>(null);
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const focus = (request: UndecidedRequest | undefined) => {
    const row = request && list.current?.querySelector<HTMLElement>(`[data-request="${request.sequenceId}"]`);
    (row ?? list.current)?.focus();
  };
  const keepPlace = useFocusOnMore(requests, focus);
  const loadMore = () => {
    keepPlace();
    undecided.loadMore();
  };
  const label = (request: UndecidedRequest, category: { id: string; name: string }) => {
    const next = requests[requests.indexOf(request) + 1] ?? requests[requests.indexOf(request) - 1];
    // The labelled request disappears: the focus must not be lost with it.
    focus(next);
    undecided.label(request, category);
  };
  useLabelKeys(requests.find(({ sequenceId }) => sequenceId === focusedId) ?? null, label);
  return (
    <div ref={list} tabIndex={-1} className="-outline-offset-2">
      {requests.length === 0 ? <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState> : null}
      <ul aria-label={t("list")} className="flex max-h-[32rem] flex-col overflow-y-auto">
        {requests.map((request) => (
          <UndecidedRow
            key={request.sequenceId}
            request={request}
            onFocus={() => setFocusedId(request.sequenceId)}
            onLabel={(category) => label(request, category)}
          />
        ))}
      </ul>
      {undecided.hasMore ? (
        <div className="border-line border-t p-2">
          <Button size="compact" look="ghost" isBusy={undecided.isLoadingMore} onClick={loadMore}>
            {t("more")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const KEYS = ["undecided.first", "undecided.second", "undecided.third"] as const;

function useLabelKeys(
  focused: UndecidedRequest | null,
  label: (request: UndecidedRequest, category: { id: string; name: string }) => void,
) {
  const t = useTranslations("settings.quality.undecided");
  const now = useRef({ focused, label });
  useEffect(() => {
    now.current = { focused, label };
  });
  useCommands(
    useMemo(
      () =>
        KEYS.map((id, index) => {
          const likely = () => now.current.focused?.labels[index];
          return {
            id,
            title: t("labelByKey", { rank: index + 1 }),
            isUnlisted: true,
            when: () => likely() !== undefined,
            run() {
              const [{ focused: request }, category] = [now.current, likely()];
              if (request && category) now.current.label(request, { id: category.categoryId, name: category.name });
            },
          };
        }),
      [t],
    ),
  );
}
