"use client";

import { Toast as Base } from "@base-ui/react/toast";
import { useMemo } from "react";
import type { Tone } from "../marks/tone";

export type ToastContent = {
  title: string;
  description?: string;
  tone?: Tone;
  /** Something to do about it, such as Undo; the toast closes with it. */
  action?: { label: string; onAction: () => void };
  /** 10 s unless told; 0 keeps it until it is closed. */
  timeoutMs?: number;
};

export type Toasts = {
  /** Shows a toast and gives its id. A tone of "bad" without an action is read out at once, others when there is a pause. */
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
    title,
    data: { tone },
    // An urgent toast is read out at once and is otherwise hidden from those who listen: its button would be, too.
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
