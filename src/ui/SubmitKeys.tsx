"use client";

import { useEffect } from "react";

/** Ctrl+Enter, or ⌘ and Enter, sends the form around the focus from any of its fields, also from a long text. */
export function SubmitKeys() {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const { key, target } = event;
      if (key !== "Enter" || !(event.metaKey || event.ctrlKey) || event.defaultPrevented || event.isComposing) return;
      const form = target instanceof Element ? target.closest("form") : null;
      if (!form) return;
      event.preventDefault();
      form.requestSubmit();
    };
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
  return null;
}
