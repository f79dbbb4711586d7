"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Pane } from "@/features/shell/panes/Pane";
import { PagesList } from "./PagesList";
import { FoundSettings } from "./search/FoundSettings";
import { foundSettings, type Setting } from "./search/foundSettings";
import { SettingsSearch } from "./search/SettingsSearch";
import { showNamedPart } from "./search/showNamedPart";
import { useSettings } from "./search/useSettings";

/** The navigation of the settings: their pages, and a search for anything on them. */
export function SettingsNav() {
  const t = useTranslations("settings");
  const router = useRouter();
  const settings = useSettings();
  const [typed, setTyped] = useState("");
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const found = foundSettings(settings, typed);
  const [first] = found;
  const opened = ({ href }: Setting) => {
    setTyped("");
    showNamedPart(href);
  };
  const leave = () => field.current?.focus();
  const enter = () => {
    if (!first) return;
    router.push(first.href);
    opened(first);
  };
  return (
    <Pane
      id="settings"
      as="nav"
      label={t("navLabel")}
      className="shrink-0 border-line bg-bg p-2 max-md:border-b md:w-52 md:overflow-y-auto md:border-e"
    >
      <p className="px-2 pt-1 pb-3 font-semibold max-md:sr-only">{t("title")}</p>
      <SettingsSearch
        field={field}
        typed={typed}
        onType={setTyped}
        onEnter={enter}
        onDown={() => list.current?.querySelector("a")?.focus()}
      />
      {typed.trim() === "" ? (
        <PagesList />
      ) : (
        <FoundSettings list={list} found={found} typed={typed} onOpen={opened} onLeave={leave} />
      )}
    </Pane>
  );
}
