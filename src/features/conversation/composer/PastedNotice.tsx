"use client";

import { Lock } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/ui/Button";
import { Notice } from "@/ui/states/Notice";
import type { InternalSource } from "../clipboard/internalClipboard";

export type PastedNoticeProps = { source: InternalSource; onKeep: () => void; onRemove: () => void };

/** Warns that a reply to the customer contains internal text, and lets the rep keep or remove it. */
export function PastedNotice({ source, onKeep, onRemove }: PastedNoticeProps) {
  const t = useTranslations("conversation.composer");
  return (
    <div className="pb-2">
      <Notice
        tone="internal"
        role="alert"
        icon={<Lock className="size-3.5" aria-hidden="true" />}
        action={
          <span className="flex gap-1">
            <Button size="compact" onClick={onKeep}>
              {t("keep")}
            </Button>
            <Button size="compact" look="internal" onClick={onRemove}>
              {t("remove")}
            </Button>
          </span>
        }
      >
        {source.name === "" ? t("pastedTitleUnnamed") : t("pastedTitle", { name: source.name })} {t("pastedHint")}
      </Notice>
    </div>
  );
}
