"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useLiveStore } from "@/client/live/LiveProvider";
import { sendWhileHeld } from "@/client/sendWhileHeld";
import { useTRPCClient } from "@/client/trpc";
import type { SequenceView } from "@/contract/views/requestViews";
import { useToast } from "@/ui/overlays/useToast";
import { useUndo } from "../../shell/undo/UndoProvider";
import { isSameChange, type PendingChange, reverseOf, type SequenceChange, withPending } from "./pendingChanges";
import { conflictOf, sendChange } from "./sendChange";
import { useValueWords } from "./useValueWords";

export type SequenceChanges = {
  /** The sequence with the viewer's pending changes. */
  shown: SequenceView;
  /**
   * Shows a change at once, sends it, and offers an undo under `title`. An error reverts it and shows the reason.
   *
   * @param seen the values that the viewer began with, if they are older than what is shown now
   */
  change: (change: SequenceChange, title: string, seen?: SequenceChange) => void;
};

/**
 * Changes a sequence. Changes are shown at once, sent one after another, and undone by `z` or by their toast. If
 * somebody else changed the same field meanwhile, the viewer is shown both values and can insist on theirs.
 */
export function useSequenceChanges(sequence: SequenceView): SequenceChanges {
  const undo = useUndo();
  const toast = useToast();
  const tell = useFailureTold();
  const { pending, apply } = usePendingChanges(sequence.id);
  const shown = useMemo(() => withPending(sequence, pending), [sequence, pending]);
  const latest = useRef(shown);
  useEffect(() => {
    latest.current = shown;
  }, [shown]);

  const change = useCallback(
    (wanted: SequenceChange, title: string, begunWith?: SequenceChange) => {
      const make = async (seen: SequenceChange): Promise<void> => {
        // Confirming a value changes nothing, so there is nothing to undo.
        const act = isSameChange(seen, wanted) ? null : undo.remember(() => apply(seen, wanted));
        try {
          await apply(wanted, seen);
        } catch (error) {
          act?.withdraw();
          return tell(error, wanted, (present) => void make(present));
        }
        if (act) act.tell(title);
        else toast.show({ title });
      };
      const seen = begunWith ?? reverseOf(latest.current, wanted);
      // A second change at the same moment begins with the values that the first one leaves.
      latest.current = { ...latest.current, ...wanted };
      void make(seen);
    },
    [apply, undo, toast, tell],
  );
  return { shown, change };
}

/** Holds the pending changes. `apply` rejects with the refusal after it has removed the change. */
function usePendingChanges(sequenceId: string) {
  const client = useTRPCClient();
  const store = useLiveStore();
  const [pending, setPending] = useState<readonly PendingChange[]>([]);
  const lastKey = useRef(0);
  const lastSent = useRef<Promise<unknown>>(Promise.resolve());
  const apply = useCallback(
    async (change: SequenceChange, seen: SequenceChange): Promise<void> => {
      lastKey.current += 1;
      const key = lastKey.current;
      setPending((all) => [...all, { key, change, version: null }]);
      const send = () => sendChange(client, sequenceId, change, seen);
      const sent = lastSent.current.then(() => (isTyped(change) ? sendWhileHeld(store, send) : send()));
      lastSent.current = sent.catch(() => undefined);
      try {
        const version = await sent;
        setPending((all) => all.map((each) => (each.key === key ? { ...each, version } : each)));
      } catch (error) {
        setPending((all) => all.filter((each) => each.key !== key));
        throw error;
      }
    },
    [client, store, sequenceId],
  );
  return { pending, apply };
}

/** Typed text waits until its writer is signed in again; a pressed button is simply pressed again. */
function isTyped({ subject, tags }: SequenceChange): boolean {
  return subject !== undefined || tags !== undefined;
}

type TellFailure = (error: unknown, wanted: SequenceChange, insist: (present: SequenceChange) => void) => void;

function useFailureTold(): TellFailure {
  const t = useTranslations("conversation.changed");
  const toast = useToast();
  const errorText = useErrorText();
  const words = useValueWords();
  return useCallback(
    (error, wanted, insist) => {
      const present = conflictOf(error);
      if (present === null) return void toast.show({ title: t("failed", { reason: errorText(error) }), tone: "bad" });
      toast.show({
        title: t("conflict", { theirs: words(present) }),
        description: t("conflictHint", { yours: words(wanted) }),
        tone: "bad",
        timeoutMs: 0,
        action: { label: t("useYours"), onAction: () => insist(present) },
      });
    },
    [t, toast, errorText, words],
  );
}
