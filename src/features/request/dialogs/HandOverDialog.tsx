"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useRef, useState } from "react";
import { useErrorText } from "@/client/errors/useErrorText";
import { useMe } from "@/client/me/MeGate";
import { useTRPC, useTRPCClient } from "@/client/trpc";
import { useSingleMutation } from "@/client/useSingleMutation";
import type { Availability } from "@/domain/routing/availability";
import { canBeGiven } from "@/domain/routing/availability";
import { useUndo } from "@/features/shell/undo/UndoProvider";
import { Button } from "@/ui/Button";
import { Combobox, type ComboboxOption } from "@/ui/fields/Combobox";
import { AvailabilityMark } from "@/ui/marks/AvailabilityMark";
import { Dialog } from "@/ui/overlays/Dialog";
import { Notice } from "@/ui/states/Notice";

const READ_AGAIN_MS = 5_000;

export type HandOverDialogProps = { sequenceId: string; onClose: () => void };

/** Hands a request to a team or a rep (O8). */
export function HandOverDialog({ sequenceId, onClose }: HandOverDialogProps) {
  const t = useTranslations("conversation.handOver");
  const changed = useTranslations("conversation.changed");
  const trpc = useTRPC();
  const client = useTRPCClient();
  const undo = useUndo();
  const errorText = useErrorText();
  const options = useReceivers();
  const field = useRef<HTMLInputElement>(null);
  const [chosen, setChosen] = useState<ComboboxOption | null>(null);
  const [wasRefused, setRefused] = useState(false);
  const handOver = useSingleMutation(
    trpc.sequence.handOver.mutationOptions({
      onSuccess: () => {
        undo.offer(changed("handedOver", { name: chosen?.label ?? "" }), () =>
          client.sequence.takeBackMove.mutate({ sequenceId }),
        );
        onClose();
      },
    }),
  );
  const submit = () => {
    if (!chosen) return setRefused(true);
    handOver.mutate({ sequenceId, to: receiverOf(chosen.value) });
  };
  const missing = wasRefused && !chosen ? t("chooseFirst") : null;
  const problem = handOver.error ? errorText(handOver.error) : missing;
  return (
    <Dialog
      isOpen
      initialFocus={field}
      onOpenChange={onClose}
      onSubmit={submit}
      title={t("title")}
      description={t("intro")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" isBusy={handOver.isPending} onClick={submit}>
            {t("submit")}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Combobox
          fieldRef={field}
          label={t("to")}
          placeholder={t("search")}
          options={options}
          chosen={chosen}
          onChoose={setChosen}
        />
        {problem ? (
          <Notice tone="bad" role="alert">
            {problem}
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}

function receiverOf(value: string): { teamId: string } | { repId: string } {
  const [kind, id = ""] = value.split(" ");
  return kind === "team" ? { teamId: id } : { repId: id };
}

function hintKey(availability: Availability, hasRoom: boolean): "load" | "absent" | "full" {
  if (!canBeGiven(availability)) return "absent";
  return hasRoom ? "load" : "full";
}

function useReceivers(): ComboboxOption[] {
  const { partyId } = useMe();
  const t = useTranslations("conversation.handOver");
  const states = useTranslations("states.availability");
  const trpc = useTRPC();
  const { data: teams } = useQuery(trpc.directory.teams.queryOptions({}));
  // Availability and load change all the time, so read them again while the dialog is open.
  const { data: reps } = useQuery(
    trpc.directory.reps.queryOptions({}, { staleTime: 0, refetchInterval: READ_AGAIN_MS }),
  );
  return useMemo(() => {
    const ofTeams = (teams ?? []).map(({ id, name, isSpecialist }) => ({
      value: `team ${id}`,
      label: name,
      hint: t(isSpecialist ? "specialists" : "teams"),
    }));
    const ofReps = (reps ?? [])
      .filter(({ id }) => id !== partyId)
      .map(({ id, name, availability, used, capacity }) => ({
        value: `rep ${id}`,
        label: name,
        hint: t(hintKey(availability, used < capacity), { availability: states(availability), used, capacity }),
        icon: <AvailabilityMark availability={availability} />,
        isDisabled: !canBeGiven(availability) || used >= capacity,
      }));
    // Reps who can take it come first; the others say why they cannot.
    return [...ofTeams, ...ofReps.sort((a, b) => Number(a.isDisabled) - Number(b.isDisabled))];
  }, [teams, reps, t, states, partyId]);
}
