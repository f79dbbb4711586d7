"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPCClient } from "@/client/trpc";
import { useToast } from "@/ui/overlays/useToast";
import { announce } from "@/ui/speech/announcements";

export type Removal = {
  /** The numbers of the examples removed here. They are hidden before the server has answered. */
  removed: ReadonlySet<number>;
  remove: (numbers: readonly number[]) => void;
};

/** Removes examples. They are hidden at once; a toast offers to undo it, or explains a refusal. */
export function useRemoval(onRestored: () => Promise<unknown>): Removal {
  const t = useTranslations("settings.examples");
  const client = useTRPCClient();
  const toast = useToast();
  const errorText = useErrorText();
  const [removed, setRemoved] = useState<ReadonlySet<number>>(new Set());
  const show = (numbers: readonly number[]) =>
    setRemoved((all) => new Set([...all].filter((each) => !numbers.includes(each))));
  const restore = async (numbers: number[]) => {
    try {
      const back = await client.classifier.restoreExamples.mutate({ numbers });
      // Some may have a new number and another place now.
      await onRestored();
      show(numbers);
      announce(t("restored", { count: back.numbers.length }));
    } catch (error) {
      const title = errorCodeOf(error) === "not_found" ? t("undoTooLate") : t("failed", { reason: errorText(error) });
      toast.show({ title, tone: "bad" });
    }
  };
  const remove = async (numbers: readonly number[]) => {
    setRemoved((all) => new Set([...all, ...numbers]));
    try {
      const gone = await client.classifier.removeExamples.mutate({ numbers: [...numbers] });
      const undo = { label: t("undo"), onAction: () => void restore(gone.numbers) };
      toast.show({ title: t("removed", { count: gone.numbers.length }), description: t("unlearnt"), action: undo });
    } catch (error) {
      show(numbers);
      toast.show({ title: t("failed", { reason: errorText(error) }), tone: "bad" });
    }
  };
  return { removed, remove: (numbers) => void remove(numbers) };
}
