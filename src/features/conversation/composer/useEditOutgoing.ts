"use client";

import { useCallback } from "react";
import { useOutbox } from "../outbox/OutboxProvider";
import type { OutboxEntry } from "../outbox/outbox";
import { useComposers } from "./ComposerRegistry";

/** Takes an unsent message out of the outbox and puts its text back into the composer that it came from. */
export function useEditOutgoing(): (entry: OutboxEntry) => void {
  const outbox = useOutbox();
  const composers = useComposers();
  return useCallback(
    (entry) => {
      const composer = composers.of(entry.interactionId);
      // Without a composer there is no other place for the text: then it stays where it is.
      if (!composer) return;
      composer.append(entry.body);
      outbox.remove(entry.clientId);
    },
    [outbox, composers],
  );
}
