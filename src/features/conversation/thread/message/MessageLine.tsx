"use client";

import { useTranslations } from "next-intl";
import { memo, useState } from "react";
import type { MessageView } from "@/contract/views/conversationViews";
import { classes } from "@/ui/classes";
import { Avatar } from "@/ui/marks/Avatar";
import { Moment } from "@/ui/time/Moment";
import { EditMessage } from "./EditMessage";
import { ExcerptBlock } from "./ExcerptBlock";
import { MessageActions, type MessageActionsProps } from "./MessageActions";
import { MessageText } from "./MessageText";

export type MessageLineProps = Omit<MessageActionsProps, "onEdit"> & { startsGroup: boolean };

/** One message: author, time, text and actions. Our side is aligned to the end, the other side to the start. */
export const MessageLine = memo(function MessageLine(props: MessageLineProps) {
  const { message, startsGroup, isInternal } = props;
  const [isEditing, setEditing] = useState(false);
  const isOurs = isInternal ? message.isMine : message.author.kind !== "contact";
  return (
    <article
      className={classes("group flex gap-2 px-4", startsGroup ? "pt-3" : "pt-1", isOurs && "flex-row-reverse")}
      aria-label={message.author.name}
    >
      <div className="w-7 shrink-0">
        {startsGroup ? <Avatar name={message.author.name} isInternal={isInternal} /> : null}
      </div>
      <div
        className={classes(
          "flex min-w-0 max-w-[min(85%,40rem)] flex-col gap-0.5",
          isOurs ? "items-end" : "items-start",
        )}
      >
        {startsGroup ? <GroupHead message={message} /> : null}
        {isEditing ? (
          <EditMessage message={message} onDone={() => setEditing(false)} />
        ) : (
          <div className={classes("flex max-w-full items-start gap-1", isOurs && "flex-row-reverse")}>
            <Bubble message={message} isOurs={isOurs} isInternal={isInternal} />
            <MessageActions {...props} onEdit={() => setEditing(true)} />
          </div>
        )}
      </div>
    </article>
  );
});

function GroupHead({ message }: { message: MessageView }) {
  const t = useTranslations("conversation.thread");
  const { author, isMine, aliasName, sentAt } = message;
  const isUnderAlias = author.kind === "rep" && aliasName !== author.name && aliasName !== "";
  return (
    <header className="flex max-w-full flex-wrap items-baseline gap-x-1.5 text-meta">
      <span dir="auto" className="[overflow-wrap:anywhere] font-semibold text-fg">
        {isMine ? t("you") : author.name}
      </span>
      {isUnderAlias ? (
        <span className="[overflow-wrap:anywhere] text-fg-3">{t("asAlias", { alias: aliasName })}</span>
      ) : null}
      <Moment at={sentAt} className="text-fg-3" />
    </header>
  );
}

function Bubble({ message, isOurs, isInternal }: { message: MessageView; isOurs: boolean; isInternal: boolean }) {
  const t = useTranslations("conversation.thread");
  const side = isOurs ? "bg-selected forced-colors:border" : "bg-sunken forced-colors:border";
  const ground = isInternal ? "border border-line bg-surface" : side;
  return (
    <div className={classes("min-w-0 rounded-card px-3 py-1.5", ground)}>
      {message.kind === "note" ? <span className="font-medium text-fg-2 text-meta">{t("note")}</span> : null}
      {message.excerpt ? <ExcerptBlock excerpt={message.excerpt} /> : null}
      {message.body === "" ? null : <MessageText body={message.body} />}
      {message.editedAt ? <EditedMark at={message.editedAt} /> : null}
    </div>
  );
}

function EditedMark({ at }: { at: Date }) {
  const t = useTranslations("conversation.thread");
  return (
    <span className="text-fg-3 text-meta">
      {t("edited")} <Moment at={at} />
    </span>
  );
}
