"use client";

import { Quote } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ExcerptLine, MessageView } from "@/contract/views/conversationViews";
import { Moment } from "@/ui/time/Moment";

export type ExcerptBlockProps = { excerpt: NonNullable<MessageView["excerpt"]> };

/** Messages that were shared from another interaction: a frozen copy, set apart from what is written here (P4). */
export function ExcerptBlock({ excerpt: { customerName, lines } }: ExcerptBlockProps) {
  const t = useTranslations("conversation.thread");
  return (
    <figure className="rounded-card border border-line bg-surface text-table">
      <figcaption className="flex items-center gap-1.5 border-line border-b px-3 py-1.5 text-fg-2 text-meta">
        <Quote className="size-3 shrink-0" aria-hidden="true" />
        {lines.length > 0 ? t("excerpt", { count: lines.length }) : null}
        {customerName === null ? null : <span dir="auto">{t("excerptName", { name: customerName })}</span>}
      </figcaption>
      {lines.length > 0 ? <Lines lines={lines} /> : null}
    </figure>
  );
}

function Lines({ lines }: { lines: readonly ExcerptLine[] }) {
  const t = useTranslations("conversation.thread");
  return (
    <ol className="flex flex-col gap-1.5 px-3 py-2">
      {lines.map((line) => (
        <li key={`${line.sentAt.toISOString()} ${line.body}`}>
          <span className="font-medium">
            {line.authorName ?? t(line.isCustomer ? "excerptCustomer" : "excerptColleague")}
          </span>{" "}
          <Moment at={line.sentAt} className="text-fg-3 text-meta" />
          <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
            {line.body}
          </p>
        </li>
      ))}
    </ol>
  );
}
