"use client";

import { useEffect } from "react";
import { overlays } from "../overlays";
import { letterKeys } from "../preferences";
import type { RegisteredCommand } from "./command";
import { findCommand, isPlain } from "./findCommand";
import type { KnownCommandId } from "./keymap";
import { keysOfEvent } from "./keysOfEvent";
import { registry } from "./registry";

/** How long a sequence waits for its next key. */
const SEQUENCE_MS = 1_200;

/** The commands that a held key repeats. */
const REPEATABLE: ReadonlySet<string> = new Set<KnownCommandId>([
  "queue.next",
  "queue.previous",
  "conversation.previousTab",
  "conversation.nextTab",
  "shell.nextPane",
  "shell.previousPane",
]);

/** Runs a command. A held key repeats it only if it is one of `REPEATABLE`. */
function runUnlessHeld({ id, run }: RegisteredCommand, { repeat }: KeyboardEvent): void {
  if (!repeat || REPEATABLE.has(id)) run();
}

/** Elements that use arrow and letter keys themselves. */
const OWN_KEYS = "[role=dialog],[role=alertdialog],[role=menu],[role=listbox]";
const TEXT_FIELD =
  "input:not([type=checkbox],[type=radio],[type=button]),textarea,select,[contenteditable]:not([contenteditable=false])";

/** Runs the commands whose keys are pressed anywhere in the tab. */
export function ShortcutListener() {
  useEffect(() => {
    const sequence = createKeySequence();
    const listen = (event: KeyboardEvent) => {
      const keys = keysOfEvent(event);
      if (keys === "" || isElsewhere(event) || isForOverlay(keys)) return;
      const pressed = sequence.with(keys, event.timeStamp);
      const found = findCommand(registry.all().filter(isAllowed), pressed, focusOf(event.target));
      sequence.keep(found.isBeginning ? pressed : "", event.timeStamp);
      if (!found.run) return;
      event.preventDefault();
      // The toasts listen to F6, too: they and the panes would take turns.
      event.stopImmediatePropagation();
      runUnlessHeld(found.run, event);
    };
    window.addEventListener("keydown", listen);
    return () => window.removeEventListener("keydown", listen);
  }, []);
  return null;
}

/** Keeps the keys of a sequence pressed so far. It forgets them when the next key takes too long. */
function createKeySequence() {
  let begun = "";
  let begunAtMs = 0;
  return {
    with: (keys: string, atMs: number) => (begun !== "" && atMs - begunAtMs <= SEQUENCE_MS ? `${begun} ${keys}` : keys),
    keep(pressed: string, atMs: number) {
      begun = pressed;
      begunAtMs = atMs;
    },
  };
}

/** Whether a command may run while single letters are switched off. The sheet may: it has the switch. */
const isAllowed = ({ id, keys }: RegisteredCommand) =>
  letterKeys.isOn() || id === "shell.shortcuts" || !keys.some(isPlain);

/** Whether something else takes the key: an open menu or dialog, or a handler that prevented the default. */
function isElsewhere(event: KeyboardEvent): boolean {
  if (event.defaultPrevented) return true;
  return event.target instanceof Element && event.target.closest(OWN_KEYS) !== null;
}

/** Whether the key is meant for a window of the shell that is still opening and does not have the focus yet. */
function isForOverlay(keys: string): boolean {
  if (overlays.current() === null) return false;
  if (keys === "escape") overlays.close();
  return true;
}

function focusOf(target: EventTarget | null): { focused: string[]; isWriting: boolean } {
  if (!(target instanceof Element)) return { focused: [], isWriting: false };
  const focused: string[] = [];
  for (
    let each = target.closest("[data-shortcut-scope]");
    each;
    each = each.parentElement?.closest("[data-shortcut-scope]") ?? null
  ) {
    focused.push(each.getAttribute("data-shortcut-scope") ?? "");
  }
  return { focused, isWriting: target.closest(TEXT_FIELD) !== null };
}
