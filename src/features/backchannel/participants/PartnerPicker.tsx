"use client";

import { Check, Users } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useRef, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { DIRECTORY_TEXT_LENGTH_MAX } from "@/contract/inputs/limits";
import type { DirectoryEntry } from "@/contract/views/organizationViews";
import { classes } from "@/ui/classes";
import { TextField } from "@/ui/fields/TextField";
import { pressedKey } from "@/ui/keys/pressedKey";
import { AvailabilityMark } from "@/ui/marks/AvailabilityMark";
import { Chip } from "@/ui/marks/Chip";
import { TAKES_TYPING } from "@/ui/overlays/dialogKeys";
import { useMomentText } from "@/ui/time/Moment";
import { usePartners } from "./usePartners";

export type PartnerPickerProps = {
  chosen: readonly DirectoryEntry[];
  onChange: (chosen: DirectoryEntry[]) => void;
  /** Only one can be chosen; the next choice replaces it. */
  isSingle?: boolean;
  error?: string | undefined;
  fieldRef?: RefObject<HTMLInputElement | null>;
};

/** Finds teams and people by name, and keeps the chosen ones in sight. */
export function PartnerPicker({ chosen, onChange, isSingle = false, error, fieldRef }: PartnerPickerProps) {
  const t = useTranslations("backchannel.dialog");
  const errorText = useErrorText();
  const [typed, setTyped] = useState("");
  const { partners, isSearching, error: searchError } = usePartners(typed);
  const isChosen = (entry: DirectoryEntry) => chosen.some((each) => each.id === entry.id);
  const toggle = (entry: DirectoryEntry) => {
    if (isChosen(entry)) return onChange(chosen.filter((each) => each.id !== entry.id));
    onChange(isSingle ? [entry] : [...chosen, entry]);
  };
  const list = useRef<HTMLUListElement>(null);
  const [isEntered, setEntered] = useState(false);
  const only = partners.length === 1 ? partners[0] : partners.find(({ name }) => name === typed.trim());
  const takeOnly = useEffectEvent(() => {
    setEntered(false);
    if (!only) return;
    if (!isChosen(only)) toggle(only);
    setTyped("");
  });
  useEffect(() => {
    // Enter may be pressed before the search is answered: choose the only hit once it is found.
    if (isEntered && !isSearching) takeOnly();
  }, [isEntered, isSearching]);
  const onFieldKey = (event: KeyboardEvent) => {
    const key = pressedKey(event);
    if (key === "Enter" && typed !== "") {
      event.preventDefault();
      setEntered(true);
    }
    if (key === "ArrowDown") focusRow(event, list.current, 0);
  };
  return (
    <div className="flex flex-col gap-2">
      <TextField
        {...(fieldRef ? { ref: fieldRef } : {})}
        label={t("who")}
        placeholder={t("search")}
        value={typed}
        lengthMax={DIRECTORY_TEXT_LENGTH_MAX}
        autoComplete="off"
        {...TAKES_TYPING}
        onKeyDown={onFieldKey}
        onChange={(event) => setTyped(event.target.value)}
        error={error ?? (searchError ? errorText(searchError) : undefined)}
        isRequired
      />
      {chosen.length > 0 ? (
        <ul aria-label={t("chosen")} className="flex flex-wrap gap-1">
          {chosen.map((entry) => (
            <li key={entry.id}>
              <Chip tone="internal" name={entry.name} onRemove={() => toggle(entry)}>
                {entry.name}
              </Chip>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="max-h-56 overflow-y-auto rounded-control border border-line" aria-busy={isSearching}>
        <ul ref={list} onKeyDown={(event) => walkRows(event, list.current)}>
          {partners.map((entry) => (
            <li key={`${entry.kind} ${entry.id}`}>
              <PartnerRow entry={entry} isChosen={isChosen(entry)} onToggle={() => toggle(entry)} />
            </li>
          ))}
        </ul>
        {partners.length === 0 ? (
          <p className="p-2 text-fg-3 text-table">
            {isSearching ? t("searching") : t(typed === "" ? "typeToSearch" : "nothingFound")}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function walkRows(event: KeyboardEvent, list: HTMLUListElement | null) {
  const key = pressedKey(event);
  if (key !== "ArrowDown" && key !== "ArrowUp") return;
  const at = event.target instanceof HTMLButtonElement ? rowsOf(list).indexOf(event.target) : -1;
  focusRow(event, list, at + (key === "ArrowDown" ? 1 : -1));
}

function focusRow(event: KeyboardEvent, list: HTMLUListElement | null, index: number) {
  event.preventDefault();
  rowsOf(list)[index]?.focus();
}

const rowsOf = (list: HTMLUListElement | null) => [...(list?.querySelectorAll("button") ?? [])];

type PartnerRowProps = { entry: DirectoryEntry; isChosen: boolean; onToggle: () => void };

function PartnerRow({ entry, isChosen, onToggle }: PartnerRowProps) {
  return (
    <button
      type="button"
      aria-pressed={isChosen}
      onClick={onToggle}
      className={classes(
        "flex min-h-9 w-full items-center gap-2 px-2 py-1 text-start -outline-offset-2 hover:bg-hover pointer-touch:min-h-11",
        isChosen && "bg-selected",
      )}
    >
      {entry.kind === "team" ? (
        <Users className="size-3 shrink-0 text-internal" aria-hidden="true" />
      ) : (
        <AvailabilityMark availability={entry.availability} isAlone />
      )}
      <span className="min-w-0 flex-1">
        <span dir="auto" className="block [overflow-wrap:anywhere]">
          {entry.name}
        </span>
        <span dir="auto" className="block [overflow-wrap:anywhere] text-fg-3 text-meta">
          <PartnerFacts entry={entry} />
        </span>
      </span>
      <Check className={classes("size-4 shrink-0", !isChosen && "invisible")} aria-hidden="true" />
    </button>
  );
}

function PartnerFacts({ entry }: { entry: DirectoryEntry }) {
  const t = useTranslations("backchannel.dialog");
  const states = useTranslations("states.availability");
  const momentText = useMomentText();
  if (entry.kind === "rep") return [...entry.teamNames.slice(0, 2), states(entry.availability)].join(" · ");
  if (entry.isOpen) return t("teamAvailable", { count: entry.availableCount });
  if (!entry.opensAt) return t("teamClosed");
  return t("teamOpens", {
    at: momentText(entry.opensAt),
  });
}
