"use client";

import { useTranslations } from "next-intl";
import { type MouseEvent, useState } from "react";
import { EXCERPT_MESSAGES_MAX } from "@/contract/inputs/limits";
import type { MessageView } from "@/contract/views/conversationViews";
import { Moment } from "@/ui/time/Moment";
import { toggledSelection } from "./sharedExcerpt";

export type ExcerptPickerProps = {
  /** The messages that can be shared, ascending. */
  messages: readonly MessageView[];
  selected: ReadonlySet<string>;
  onChange: (selected: Set<string>) => void;
};

/** Chooses the messages that specialists will see. None is preselected (P4). */
export function ExcerptPicker({ messages, selected, onChange }: ExcerptPickerProps) {
  const t = useTranslations("backchannel.dialog");
  const [lastId, setLastId] = useState<string | null>(null);
  if (messages.length === 0) return <p className="text-fg-3 text-table">{t("noneShareable")}</p>;
  const ids = messages.map((each) => each.id);
  const toggle = (id: string, event: MouseEvent) => {
    onChange(toggledSelection(ids, selected, { id, rangeFromId: event.shiftKey ? lastId : null }));
    setLastId(id);
  };
  return (
    <fieldset className="flex min-w-0 flex-col gap-1">
      <legend className="text-fg-2 text-meta">
        {t("excerptCount", { selected: selected.size, total: messages.length })} ·{" "}
        {selected.size >= EXCERPT_MESSAGES_MAX ? t("excerptMax", { max: EXCERPT_MESSAGES_MAX }) : t("excerptHint")}
      </legend>
      <ul className="max-h-56 overflow-y-auto rounded-control border border-line">
        {messages.map((message) => (
          <li key={message.id} className="border-line not-last:border-b">
            <label className="flex items-start gap-2 px-2 py-1.5 hover:bg-hover">
              <input
                type="checkbox"
                checked={selected.has(message.id)}
                // The change event does not carry the Shift key; the click before it does.
                onClick={(event) => toggle(message.id, event)}
                onChange={() => undefined}
                className="mt-1 size-4 shrink-0 accent-accent"
              />
              <span className="min-w-0 flex-1 text-table">
                <span className="[overflow-wrap:anywhere] font-medium">{message.author.name}</span>{" "}
                <Moment at={message.sentAt} className="text-fg-3 text-meta" />
                <span dir="auto" className="line-clamp-2 [overflow-wrap:anywhere]">
                  {message.body}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
