import type { ReactNode } from "react";

export type MenuAction = {
  kind?: "action";
  id: string;
  label: string;
  icon?: ReactNode;
  /** The keys of the same action, shown at the end. */
  keys?: string | undefined;
  isDisabled?: boolean;
  isDanger?: boolean;
  onSelect: () => void;
};

export type MenuChoices = {
  kind: "choices";
  id: string;
  label?: string;
  value: string;
  options: { value: string; label: string; icon?: ReactNode; hint?: string; isDisabled?: boolean }[];
  onChoose: (value: string) => void;
};

export type MenuItem =
  | MenuAction
  | MenuChoices
  | { kind: "separator"; id: string }
  | { kind: "heading"; id: string; label: string };
