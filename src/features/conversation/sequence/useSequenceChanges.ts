"use client";

import { useTranslations } from "next-intl";
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { SequenceView } from "@/domain/views/repViews";
import { useTRPCClient } from "@/features/live/trpc";
import { useErrorText } from "@/features/live/useErrorText";
import { announce } from "@/ui/announcements";
import { useToast } from "@/ui/useToast";
import { isSameChange, type PendingChange, reverseOf, type SequenceChange, withPending } from "./pendingChanges";

export type SequenceChanges = {
  /** The sequence with what the viewer just changed. */
  shown: SequenceView;
  /** Shows a change at once, sends it, and offers to undo it under `title`; an error takes it back and says why. */
  change: (change: SequenceChange, title: string) => void;
  /** Takes the last change back; says so when there is none. */
  undo: () => void;
};

/** Changes of a sequence, seen at once and taken back by `z` or by their toast. */
export function useSequenceChanges(sequence: SequenceView): SequenceChanges {
  const t = useTranslations("conversation.changed");
  const client = useTRPCClient();
  const errorText = useErrorText();
  const toast = useToast();
  const [pending, setPending] = useState<readonly PendingChange[]>([]);
  const lastKey = useRef(0);
  const undoable = useRef<{ back: SequenceChange; toastId: string } | null>(null);
  const shown = useMemo(() => withPending(sequence, pending), [sequence, pending]);

  const apply = useCallback(
    async (change: SequenceChange, onDone: () => void) => {
      lastKey.current += 1;
      const key = lastKey.current;
      setPending((all) => [...all, { key, change, version: null }]);
      try {
        const version = await sendChange(client, shown, change);
        setPending((all) => all.map((each) => (each.key === key ? { ...each, version } : each)));
        onDone();
      } catch (error) {
        setPending((all) => all.filter((each) => each.key !== key));
        toast.show({ title: t("failed", { reason: errorText(error) }), tone: "bad" });
      }
    },
    [client, shown, toast, t, errorText],
  );

  const undo = useCallback(() => {
    const last = undoable.current;
    undoable.current = null;
    if (!last) return announce(t("nothingToUndo"));
    toast.close(last.toastId);
    void apply(last.back, () => announce(t("undone")));
  }, [apply, toast, t]);
  // The toast outlives the render that made it, and must undo from what is shown then.
  const undoNow = useRef(undo);
  useEffect(() => {
    undoNow.current = undo;
  }, [undo]);

  const change = useCallback(
    (wanted: SequenceChange, title: string) => {
      const back = reverseOf(shown, wanted);
      void apply(wanted, () => {
        // What was confirmed is as it was: there is nothing to take back.
        if (isSameChange(back, wanted)) return void toast.show({ title });
        const toastId = toast.show({ title, action: { label: t("undo"), onAction: () => undoNow.current() } });
        undoable.current = { back, toastId };
      });
    },
    [apply, shown, toast, t],
  );
  return { shown, change, undo };
}

async function sendChange(
  client: ReturnType<typeof useTRPCClient>,
  { id: sequenceId, version }: SequenceView,
  { state, categoryId, tags, subject }: SequenceChange,
): Promise<number> {
  const target = { sequenceId, version };
  if (state !== undefined) return (await client.sequence.setState.mutate({ ...target, state })).version;
  if (categoryId !== undefined) return (await client.sequence.setCategory.mutate({ ...target, categoryId })).version;
  if (tags !== undefined) return (await client.sequence.setTags.mutate({ ...target, tags })).version;
  if (subject !== undefined) return (await client.sequence.rename.mutate({ ...target, subject })).version;
  return version;
}
