"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { useMemo } from "react";
import type { Tone } from "../marks/tone";

export type ToastContent = {
  title: string;
  description?: string;
  tone?: Tone;
  /** A button, such as Undo. It also closes the toast. */
  action?: { label: string; onAction: () => void };
  /** 10 s by default; 0 keeps the toast until it is closed. */
  timeoutMs?: number;
};

export type Toasts = {
  /**
   * Shows a toast and returns its id. The same words replace the toast that says them already, instead of stacking; its
   * action stays if the new one has none. Screen readers read it at once if it is "bad" without an action.
   */
  show: (content: ToastContent) => string;
  close: (id: string) => void;
};

/** The toasts of this page. */
export function useToast(): Toasts {
  const { add, close } = Base.useToastManager<{ tone: Tone }>();
  return useMemo(() => ({ show: (content) => showWith(add, close, content), close }), [add, close]);
}

type Manager = ReturnType<typeof Base.useToastManager<{ tone: Tone }>>;

function showWith(add: Manager["add"], close: Manager["close"], content: ToastContent): string {
  const { title, description, tone = "neutral", action, timeoutMs } = content;
  const id: string = add({
    id: JSON.stringify([tone, title, description]),
    title,
    data: { tone },
    // Base UI hides an urgent toast from screen readers once it is read out; its button would be hidden, too.
    priority: tone === "bad" && action === undefined ? "high" : "low",
    ...(description === undefined ? {} : { description }),
    ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
    ...(action === undefined
      ? {}
      : { actionProps: { children: action.label, onClick: () => closing(action.onAction) } }),
  });
  const closing = (act: () => void) => {
    act();
    close(id);
  };
  return id;
}
