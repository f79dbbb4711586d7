"use client";

import { Combobox as Base } from "@base-ui/react/combobox";
import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, type ReactNode, type RefObject, useRef } from "react";
import { leaveToInputMethod, pressedKey } from "../keys/pressedKey";
import { TAKES_TYPING } from "../overlays/dialogKeys";
import { FIELD_CLASS, Field } from "./Field";

export type ComboboxOption = { value: string; label: string; hint?: ReactNode; icon?: ReactNode; isDisabled?: boolean };

export type ComboboxProps = {
  label: string;
  isLabelHidden?: boolean;
  hint?: ReactNode;
  placeholder?: string;
  options: readonly ComboboxOption[];
  chosen: ComboboxOption | null;
  onChoose: (option: ComboboxOption | null) => void;
  /** Called with what is typed, for options that a server finds. They are not filtered here then. */
  onSearch?: (text: string) => void;
  isSearching?: boolean;
  fieldRef?: RefObject<HTMLInputElement | null>;
};

/** A field that chooses one option of a long list by typing. */
export function Combobox(props: ComboboxProps) {
  const {
    label,
    isLabelHidden = false,
    hint,
    placeholder,
    options,
    chosen,
    onChoose,
    onSearch,
    isSearching = false,
    fieldRef,
  } = props;
  const t = useTranslations("ui");
  const best = useRef<ComboboxOption | undefined>(undefined);
  const onKeyDown = (event: KeyboardEvent & { preventBaseUIHandler: () => void }) => {
    leaveToInputMethod(event);
    const key = pressedKey(event);
    // While the list is closed, Escape closes the window around it and does not clear the field.
    if (key === "Escape" && event.currentTarget.ariaExpanded !== "true") event.preventBaseUIHandler();
    if (key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
    // Ctrl+Enter submits the form around, with the highlighted option.
    event.preventBaseUIHandler();
    if (best.current && best.current.isDisabled !== true) onChoose(best.current);
  };
  return (
    <Base.Root
      items={options}
      value={chosen}
      // Enter takes the best match without an arrow key.
      autoHighlight
      onValueChange={onChoose}
      onItemHighlighted={(option) => {
        best.current = option;
      }}
      isItemEqualToValue={(a, b) => a.value === b.value}
      {...(onSearch ? { filter: null, onInputValueChange: onSearch } : {})}
    >
      <Field frame={{ label, isLabelHidden, hint }}>
        {(ids) => (
          <Base.Input
            {...ids}
            {...TAKES_TYPING}
            {...(fieldRef ? { ref: fieldRef } : {})}
            onKeyDown={onKeyDown}
            // The field shows the chosen option: typing replaces it.
            onFocus={(event) => event.currentTarget.select()}
            placeholder={placeholder}
            className={`${FIELD_CLASS} h-8 pointer-touch:h-11`}
          />
        )}
      </Field>
      <Base.Portal>
        <Base.Positioner sideOffset={4} collisionPadding={8} className="z-40">
          <Base.Popup className="popup max-h-72 w-(--anchor-width) max-w-(--available-width) overflow-y-auto p-1">
            <Base.Status className="px-2 text-meta text-fg-3 empty:hidden">
              {isSearching ? t("loading") : null}
            </Base.Status>
            <Base.Empty className="px-2 py-2 text-table text-fg-3 empty:hidden">
              {isSearching ? null : t("noMatches")}
            </Base.Empty>
            <Base.List>{(option: ComboboxOption) => <Row key={option.value} option={option} />}</Base.List>
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

function Row({ option }: { option: ComboboxOption }) {
  return (
    <Base.Item
      value={option}
      disabled={option.isDisabled ?? false}
      className="flex min-h-8 select-none items-center gap-2 rounded-control px-2 py-1 outline-none data-disabled:opacity-55 data-highlighted:bg-hover pointer-touch:min-h-11"
    >
      {option.icon}
      <span className="min-w-0 flex-1">
        {option.label}
        {option.hint ? <span className="block text-meta text-fg-3">{option.hint}</span> : null}
      </span>
      <Base.ItemIndicator>
        <Check className="size-4" aria-hidden="true" />
      </Base.ItemIndicator>
    </Base.Item>
  );
}
