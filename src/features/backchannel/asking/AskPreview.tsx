"use client";

import { useTranslations } from "next-intl";
import type { MessageView } from "@/contract/views/conversationViews";
import { ExcerptBlock } from "@/features/conversation/thread/message/ExcerptBlock";
import { excerptPreview } from "./sharedExcerpt";
import type { AskForm } from "./useAskForm";

export type AskPreviewProps = { form: AskForm; shareable: readonly MessageView[]; customerName: string };

/** Shows exactly what the people who are asked will see. */
export function AskPreview({ form, shareable, customerName }: AskPreviewProps) {
  const t = useTranslations("backchannel.dialog");
  const { chosen, question, isSharingMessages, sharedIds, sharesCustomerName } = form;
  const excerpt = excerptPreview(shareable, isSharingMessages ? sharedIds : new Set(), {
    sharesCustomerName,
    customerName,
  });
  const names = chosen.map(({ name }) => name).join(", ");
  return (
    <section className="internal-pane flex flex-col gap-2 rounded-card p-4" aria-live="off">
      <h3 className="font-medium text-internal text-meta">
        {names === "" ? t("previewNobody") : t("preview", { names })}
      </h3>
      {excerpt ? <ExcerptBlock excerpt={excerpt} /> : null}
      <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere] text-table">
        {question.trim() === "" ? <span className="text-fg-2">{t("emptyQuestion")}</span> : question}
      </p>
      {excerpt ? null : <p className="text-fg-2 text-meta">{t("questionOnly")}</p>}
    </section>
  );
}
