"use client";

import { useEffect } from "react";
import { pressedKey } from "../keys/pressedKey";

/** Makes Ctrl+Enter or ⌘ Enter submit the form around the focus, even from a text area. Mounted once. */
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
