"use client";

import { useEffect } from "react";
import { pressedKey } from "../keys/pressedKey";

/** Ctrl+Enter, or ⌘ and Enter, sends the form around the focus from any of its fields, also from a long text. */
export function SubmitKeys() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (pressedKey(event) !== "Enter" || !(event.metaKey || event.ctrlKey) || event.defaultPrevented) return;
      const form = event.target instanceof Element ? event.target.closest("form") : null;
      if (!form) return;
      event.preventDefault();
      form.requestSubmit();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}
