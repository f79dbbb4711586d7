"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { useTranslations } from "next-intl";
import { type FormEvent, useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useForm } from "react-hook-form";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useErrorText } from "@/client/errors/useErrorText";
import { useTRPC } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import type { PresenceChange } from "@/contract/inputs/settings";
import type { PresenceView } from "@/contract/views/settingsViews";
import { useToast } from "@/ui/overlays/useToast";
import { announce } from "@/ui/speech/announcements";
import {
  answersOf,
  changeOf,
  editedOver,
  inverseOf,
  isAsSeen,
  type Meanwhile,
  meanwhileOf,
  type PresenceAnswers,
  presenceAnswers,
} from "./presenceAnswers";

/**
 * The form of the settings of presence. What others save shows in it as long as nothing is being edited. While
 * something is, the form stays as it was seen, so that a save of the same setting is refused; then it shows what is
 * stored now and keeps what was entered.
 */
export function usePresenceForm(presence: PresenceView, readAgain: () => Promise<PresenceView | null>) {
  const [seen, setSeen] = useState(presence);
  const [meanwhile, setMeanwhile] = useState<Meanwhile | null>(null);
  /** The same for what is answered later. */
  const latestSeen = useRef(presence);
  const { control, handleSubmit, reset, setFocus, watch, getValues } = useForm({
    mode: "onTouched",
    resolver: useMemo(() => zodResolver(presenceAnswers(seen.unseenAwayAfterMs)), [seen]),
    defaultValues: answersOf(presence),
  });
  const answers = watch();
  const isEdited = !isAsSeen(answers, seen);
  const show = useCallback(
    (stored: PresenceView, shown: PresenceAnswers, by: Meanwhile | null) => {
      latestSeen.current = stored;
      setSeen(stored);
      setMeanwhile(by);
      reset(shown);
    },
    [reset],
  );
  useEffect(() => {
    if (!isEdited && presence !== seen) show(presence, answersOf(presence), null);
  }, [isEdited, presence, seen, show]);

  /** Shows what is stored now. What was edited stays, unless it is that. */
  const readAnew = async (change: PresenceChange | null) => {
    const stored = await readAgain();
    if (stored === null) return;
    show(stored, editedOver(stored, getValues(), latestSeen.current), change && meanwhileOf(change, stored));
  };
  const { save, isSaving } = useSave({ onSaved: () => readAnew(null), onConflict: readAnew });
  return {
    ...{ control, answers, seen, isEdited, isSaving, meanwhile },
    submit: (event: FormEvent) =>
      void handleSubmit((given) => {
        const change = changeOf(given, seen);
        if (change) save(change);
        else show(presence, answersOf(presence), null);
      })(event),
    discard() {
      setFocus("minutes");
      show(presence, answersOf(presence), null);
    },
  };
}

type Outcomes = { onSaved: () => Promise<void>; onConflict: (change: PresenceChange) => Promise<void> };

/** Saves a change. A toast says so and offers to take it back. */
function useSave({ onSaved, onConflict }: Outcomes) {
  const t = useTranslations("settings.presence");
  const trpc = useTRPC();
  const toast = useToast();
  const errorText = useErrorText();
  const { mutate, isPending } = useSingleMutation(trpc.settings.changePresence.mutationOptions());
  const fail = (error: unknown) => void toast.show({ title: errorText(error), tone: "bad" });
  const undo = (change: PresenceChange) =>
    mutate(inverseOf(change), {
      onSuccess: () => {
        announce(t("undone"));
        void onSaved();
      },
      onError: fail,
    });
  const save = (change: PresenceChange) =>
    mutate(change, {
      onSuccess() {
        void onSaved();
        toast.show({ title: t("saved"), action: { label: t("undo"), onAction: () => undo(change) } });
      },
      onError: (error) => (errorCodeOf(error) === "changed_meanwhile" ? void onConflict(change) : fail(error)),
    });
  return { save, isSaving: isPending };
}
