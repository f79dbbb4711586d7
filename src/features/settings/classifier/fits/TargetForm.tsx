"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useRef, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import type { SettingChange } from "@/contract/views/settingsViews";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/fields/TextField";
import { useToast } from "@/ui/overlays/useToast";
import { Panel } from "@/ui/Panel";
import { announce } from "@/ui/speech/announcements";
import { Moment } from "@/ui/time/Moment";
import { anchorOf } from "../../settingsPages";
import { useShare } from "../quality/useShare";
import { PERCENT_MAX, PERCENT_MIN, targetOf, typedTarget } from "./targetOf";

export type TargetFormProps = {
  targetPrecision: number;
  /** Who changed it last, and when; null if nobody has yet. */
  changed: SettingChange | null;
  onChanged: () => void;
};

/** The precision that decisions must keep, with its last change. It can be changed, and a toast offers to undo it. */
export function TargetForm({ targetPrecision, changed, onChanged }: TargetFormProps) {
  const t = useTranslations("settings.quality.target");
  const [typed, setTyped] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const { save, isSaving } = useSaveTarget(targetPrecision, onChanged);
  const shown = typed ?? typedTarget(targetPrecision);
  const target = targetOf(shown);
  const isChanged = typed !== null && target !== targetPrecision;
  // The buttons disappear now: the focus must not be lost with them.
  const settle = () => {
    setTyped(null);
    field.current?.focus();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (target !== null && isChanged) save(target, settle);
  };
  return (
    <Panel anchor={anchorOf("target")} title={t("title")}>
      <form method="post" onSubmit={submit} noValidate className="flex flex-col gap-2 p-2 sm:px-3">
        <TextField
          ref={field}
          label={t("label")}
          hint={t("hint")}
          inputMode="decimal"
          autoComplete="off"
          className="num max-w-32"
          value={shown}
          onChange={(event) => setTyped(event.target.value)}
          error={target === null ? t("invalid", { min: PERCENT_MIN, max: PERCENT_MAX }) : undefined}
        />
        {isChanged ? (
          <div className="flex flex-wrap items-center gap-2">
            <Button type="submit" look="primary" size="compact" isBusy={isSaving} disabled={target === null}>
              {t("save")}
            </Button>
            <Button size="compact" onClick={settle}>
              {t("discard")}
            </Button>
            <span className="text-fg-2 text-meta">{t("unsaved")}</span>
          </div>
        ) : null}
        {changed ? <LastChange change={changed} /> : null}
      </form>
    </Panel>
  );
}

function LastChange({ change: { byName, at } }: { change: SettingChange }) {
  const t = useTranslations("settings.quality.target");
  return (
    <p className="text-fg-3 text-meta">
      {t.rich("changedBy", { name: () => <bdi>{byName}</bdi>, at: () => <Moment at={at} /> })}
    </p>
  );
}

function useSaveTarget(before: number, onChanged: () => void) {
  const t = useTranslations("settings.quality.target");
  const trpc = useTRPC();
  const toast = useToast();
  const errorText = useErrorText();
  const share = useShare();
  const { mutate, isPending } = useSingleMutation(
    trpc.classifier.setTarget.mutationOptions({
      onSuccess: onChanged,
      onError: (error) => void toast.show({ title: errorText(error), tone: "bad" }),
    }),
  );
  const undo = () =>
    mutate({ targetPrecision: before }, { onSuccess: () => announce(t("undone", { target: share(before) })) });
  const save = (targetPrecision: number, onSaved: () => void) =>
    mutate(
      { targetPrecision },
      {
        onSuccess() {
          onSaved();
          const title = t("saved", { target: share(targetPrecision) });
          toast.show({ title, action: { label: t("undo"), onAction: undo } });
        },
      },
    );
  return { save, isSaving: isPending };
}
