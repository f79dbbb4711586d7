"use client";

import { Search, X } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useMemo } from "react";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { TextField } from "@/ui/fields/TextField";
import { IconButton } from "@/ui/IconButton";
import { pressedKey } from "@/ui/keys/pressedKey";

export type SettingsSearchProps = {
  field: RefObject<HTMLInputElement | null>;
  typed: string;
  onType: (typed: string) => void;
  /** Called to open the first setting found. */
  onEnter: () => void;
  /** Called to move the focus into the settings found. */
  onDown: () => void;
};

/** The search field: the arrow key goes into the settings found, Enter opens the first, Escape clears the field. */
export function SettingsSearch({ field, typed, onType, onEnter, onDown }: SettingsSearchProps) {
  const t = useTranslations("settings.search");
  useSearchKey(field);
  const clear = () => {
    onType("");
    field.current?.focus();
  };
  const acts = new Map([
    ["Enter", onEnter],
    ["ArrowDown", onDown],
    ["Escape", clear],
  ]);
  const act = (event: KeyboardEvent) => {
    const run = acts.get(pressedKey(event));
    if (!run || typed === "") return;
    event.preventDefault();
    run();
  };
  return (
    <search className="relative pb-3">
      <Search
        className="pointer-events-none absolute start-2 top-2 z-10 size-4 text-fg-3 pointer-touch:top-3.5"
        aria-hidden="true"
      />
      <TextField
        ref={field}
        label={t("label")}
        isLabelHidden
        placeholder={t("label")}
        autoComplete="off"
        aria-keyshortcuts="/"
        className="ps-8"
        value={typed}
        onChange={(event) => onType(event.target.value)}
        onKeyDown={act}
        trailing={
          typed === "" ? null : (
            <IconButton
              label={t("clear")}
              isPlain
              size="compact"
              className="me-1 pointer-touch:me-0"
              icon={<X className="size-4" aria-hidden="true" />}
              onClick={clear}
            />
          )
        }
      />
    </search>
  );
}

function useSearchKey(field: RefObject<HTMLInputElement | null>) {
  const t = useTranslations("settings.search");
  useCommands(
    useMemo(() => [{ id: "settings.search", title: t("label"), run: () => field.current?.focus() }], [t, field]),
  );
}
