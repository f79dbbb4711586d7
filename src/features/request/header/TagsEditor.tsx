"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { useLiveStatus } from "@/client/live/useLiveStatus";
import { TAG_LENGTH_MAX, TAGS_MAX } from "@/contract/inputs/limits";
import { signsOver } from "@/domain/text/graphemes";
import { Button } from "@/ui/Button";
import { TextField } from "@/ui/fields/TextField";
import { pressedKey } from "@/ui/keys/pressedKey";
import { Chip } from "@/ui/marks/Chip";
import { Popover } from "@/ui/overlays/Popover";
import { withTag } from "./withTag";

export type TagsEditorProps = {
  tags: readonly string[];
  mayChange: boolean;
  onChange: (tags: string[]) => void;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
};

/** Edits the tags of a sequence; a tag is any text (C9). */
export function TagsEditor({ tags, mayChange, onChange, isOpen, onOpenChange }: TagsEditorProps) {
  const t = useTranslations("conversation.header");
  const isHeld = useLiveStatus("session").state === "held";
  return (
    <>
      {tags.map((tag) => (
        <Chip key={tag}>{tag}</Chip>
      ))}
      {mayChange ? (
        <Popover
          title={t("tags")}
          isOpen={isOpen}
          // The dialog that says the session is over takes the focus; the typed text waits below it.
          onOpenChange={(opens) => (opens || isHeld ? onOpenChange(opens) : undefined)}
          trigger={
            <Button size="compact" look="ghost" icon={<Plus className="size-3.5" aria-hidden="true" />}>
              <span className="max-md:sr-only">{t("addTag")}</span>
            </Button>
          }
        >
          <TagsForm tags={tags} onChange={onChange} />
        </Popover>
      ) : null}
    </>
  );
}

function TagsForm({ tags, onChange }: Pick<TagsEditorProps, "tags" | "onChange">) {
  const t = useTranslations("conversation.header");
  const [typed, setTyped] = useState("");
  const isFull = tags.length >= TAGS_MAX;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (pressedKey(event) === "Backspace" && typed === "" && tags.length > 0) onChange(tags.slice(0, -1));
    if (pressedKey(event) !== "Enter") return;
    event.preventDefault();
    if (isFull || signsOver(typed, TAG_LENGTH_MAX) > 0) return;
    const next = withTag(tags, typed);
    if (next.length > tags.length) onChange(next);
    setTyped("");
  };
  return (
    <div className="flex flex-col gap-2">
      <TextField
        isLabelHidden
        label={t("newTag")}
        placeholder={t("newTag")}
        hint={t("tagHint")}
        value={typed}
        lengthMax={TAG_LENGTH_MAX}
        error={isFull && typed.trim() !== "" ? t("tagsFull", { max: TAGS_MAX }) : undefined}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <div className="flex flex-wrap gap-1">
        {tags.map((tag) => (
          <Chip key={tag} name={tag} onRemove={() => onChange(tags.filter((each) => each !== tag))}>
            {tag}
          </Chip>
        ))}
      </div>
    </div>
  );
}
