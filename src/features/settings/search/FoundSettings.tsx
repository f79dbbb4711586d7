"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import type { KeyboardEvent, RefObject } from "react";
import { pressedKey } from "@/ui/keys/pressedKey";
import type { Setting } from "./foundSettings";

export type FoundSettingsProps = {
  list: RefObject<HTMLUListElement | null>;
  found: readonly Setting[];
  typed: string;
  /** Called when the link of a setting has been followed. */
  onOpen: (setting: Setting) => void;
  /** Called when the focus should return to the field. */
  onLeave: () => void;
};

/** The settings found, best first. The arrow keys move through them and back to the field. */
export function FoundSettings({ list, found, typed, onOpen, onLeave }: FoundSettingsProps) {
  const t = useTranslations("settings.search");
  const move = (event: KeyboardEvent) => {
    const links = [...(list.current?.querySelectorAll("a") ?? [])];
    const at = links.findIndex((link) => link.matches(":focus"));
    const key = pressedKey(event);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: links.length - 1 }[key];
    if (target === undefined && key !== "Escape") return;
    event.preventDefault();
    if (target === undefined || target < 0) onLeave();
    else links[target]?.focus();
  };
  return (
    <>
      <p role="status" className={found.length > 0 ? "sr-only" : "px-2 py-1 text-fg-2 text-table"}>
        {found.length > 0 ? t("found", { count: found.length }) : t("empty", { typed: typed.trim() })}
      </p>
      {found.length > 0 ? (
        <ul
          ref={list}
          aria-label={t("results")}
          onKeyDown={move}
          className="flex flex-col gap-1 max-md:max-h-48 max-md:overflow-y-auto"
        >
          {found.map((setting) => (
            <li key={setting.id}>
              <Link
                href={setting.href}
                onClick={() => onOpen(setting)}
                className="flex min-h-8 flex-col justify-center rounded-control px-2 py-1 -outline-offset-2 hover:bg-hover pointer-touch:min-h-11"
              >
                <span>{setting.title}</span>
                <span className="text-fg-3 text-meta">{setting.place}</span>
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
