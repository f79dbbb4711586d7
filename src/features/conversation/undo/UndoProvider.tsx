"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";
import { useErrorText } from "@/features/live/useErrorText";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { announce } from "@/ui/announcements";
import { useToast } from "@/ui/useToast";

/** Older acts are not taken back: nobody remembers them, and others have built on them. */
const KEPT_MAX = 20;

export type Undo = {
  /** Says what was done and offers to take it back: by the toast, and by `z` also after another request was opened. */
  offer: (title: string, takeBack: () => Promise<unknown>) => void;
  /** Takes the last act back; says so when there is none. */
  undo: () => void;
};

const UndoContext = createContext<Undo | null>(null);

/** Remembers what the viewer did on this desk, newest last, so that it can be taken back. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const undo = useActs();
  useUndoCommand(undo);
  return <UndoContext value={undo}>{children}</UndoContext>;
}

/** How acts on the desk are taken back; only below `UndoProvider`. */
export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error("useUndo is used outside UndoProvider");
  return undo;
}

type Act = { takeBack: () => Promise<unknown>; toastId: string };

function useActs(): Undo {
  const t = useTranslations("conversation.changed");
  const toast = useToast();
  const errorText = useErrorText();
  const acts = useRef<Act[]>([]);
  return useMemo(() => {
    const takeBack = async (act: Act) => {
      acts.current = acts.current.filter((each) => each !== act);
      toast.close(act.toastId);
      try {
        await act.takeBack();
        announce(t("undone"));
      } catch (error) {
        toast.show({ title: t("failed", { reason: errorText(error) }), tone: "bad" });
      }
    };
    return {
      offer(title, takeBackThis) {
        const act: Act = { takeBack: takeBackThis, toastId: "" };
        act.toastId = toast.show({ title, action: { label: t("undo"), onAction: () => void takeBack(act) } });
        acts.current = [...acts.current, act].slice(-KEPT_MAX);
      },
      undo() {
        const last = acts.current.at(-1);
        if (last) void takeBack(last);
        else announce(t("nothingToUndo"));
      },
    };
  }, [t, toast, errorText]);
}

function useUndoCommand({ undo }: Undo) {
  const t = useTranslations("conversation.commands");
  useCommands(useMemo(() => [{ id: "conversation.undo", title: t("undo"), run: undo }], [t, undo]));
}
