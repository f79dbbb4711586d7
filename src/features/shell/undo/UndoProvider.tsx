"use client";

import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useMemo, useRef } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useCommands } from "@/features/shell/shortcuts/useCommands";
import { useToast } from "@/ui/overlays/useToast";
import { announce } from "@/ui/speech/announcements";

/** Older acts cannot be undone: nobody remembers them, and others have built on them. */
const KEPT_MAX = 20;

export type RememberedAct = {
  /** Shows a toast that says what was done, with a button to undo it. */
  tell: (title: string) => void;
  /** Forgets the act, since it was refused. */
  withdraw: () => void;
};

export type Undo = {
  /** Remembers an act at once, so that `z` can undo it before the server has answered. */
  remember: (takeBack: () => Promise<unknown>) => RememberedAct;
  /** Remembers an act and shows its toast. */
  offer: (title: string, takeBack: () => Promise<unknown>) => void;
  /** Undoes the last act, whatever is open now. Announces it if there is none. */
  undo: () => void;
};

const UndoContext = createContext<Undo | null>(null);

/** Remembers what the viewer did on this desk, so that it can be undone. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const undo = useActs();
  useUndoCommand(undo);
  return <UndoContext value={undo}>{children}</UndoContext>;
}

/** The undo list of this desk. Throws outside `UndoProvider`. */
export function useUndo(): Undo {
  const undo = useContext(UndoContext);
  if (!undo) throw new Error("useUndo is used outside UndoProvider");
  return undo;
}

type Act = { takeBack: () => Promise<unknown>; toastId: string | null };

function useActs(): Undo {
  const t = useTranslations("conversation.changed");
  const toast = useToast();
  const errorText = useErrorText();
  const acts = useRef<readonly Act[]>([]);
  return useMemo(() => {
    const forget = (act: Act) => {
      acts.current = acts.current.filter((each) => each !== act);
      if (act.toastId !== null) toast.close(act.toastId);
    };
    const takeBack = async (act: Act) => {
      forget(act);
      try {
        await act.takeBack();
        announce(t("undone"));
      } catch (error) {
        toast.show({ title: t("failed", { reason: errorText(error) }), tone: "bad" });
      }
    };
    const remember = (takeBackThis: () => Promise<unknown>): RememberedAct => {
      const act: Act = { takeBack: takeBackThis, toastId: null };
      acts.current = [...acts.current, act].slice(-KEPT_MAX);
      return {
        tell(title) {
          // It may have been undone already.
          if (!acts.current.includes(act)) return;
          act.toastId = toast.show({ title, action: { label: t("undo"), onAction: () => void takeBack(act) } });
        },
        withdraw: () => forget(act),
      };
    };
    return {
      remember,
      offer: (title, takeBackThis) => remember(takeBackThis).tell(title),
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
