"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, type KeyboardEvent, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPCClient } from "@/client/trpc";
import { EXAMPLE_TEXT_LENGTH_MAX } from "@/contract/inputs/limits";
import { signsOver } from "@/domain/text/graphemes";
import { Button } from "@/ui/Button";
import { TextArea } from "@/ui/fields/TextArea";
import { pressedKey } from "@/ui/keys/pressedKey";
import { Panel } from "@/ui/Panel";
import { anchorOf } from "../../settingsPages";
import { TryResult } from "./TryResult";

/** A field for any text, with what the classifier says about it. */
export function TryPanel({ hasModel }: { hasModel: boolean }) {
  const t = useTranslations("settings.quality.try");
  const errorText = useErrorText();
  const client = useTRPCClient();
  const [text, setText] = useState("");
  const [isMissing, setMissing] = useState(false);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: async (tried: string) => ({ tried, said: await client.classifier.tryText.mutate({ text: tried }) }),
  });
  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault();
    const tried = text.trim();
    setMissing(tried === "");
    if (tried !== "" && signsOver(tried, EXAMPLE_TEXT_LENGTH_MAX) === 0 && hasModel && !isPending) mutate(tried);
  };
  return (
    <Panel anchor={anchorOf("try")} title={t("title")}>
      <form method="post" onSubmit={submit} className="flex flex-col gap-2 p-2 sm:px-3">
        <TextArea
          label={t("label")}
          hint={t("hint")}
          error={isMissing ? t("required") : undefined}
          lengthMax={EXAMPLE_TEXT_LENGTH_MAX}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) =>
            pressedKey(event) === "Enter" && (event.ctrlKey || event.metaKey) ? submit(event) : undefined
          }
        />
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" isBusy={isPending} disabled={!hasModel}>
            {t("submit")}
          </Button>
          {hasModel ? null : <p className="text-fg-2 text-meta">{t("noModel")}</p>}
        </div>
        <div role="status" className="empty:hidden">
          {error ? <p className="text-bad text-table">{errorText(error)}</p> : null}
          {data && !error ? <TryResult tried={data.tried} said={data.said} /> : null}
        </div>
      </form>
    </Panel>
  );
}
