"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useErrorText } from "@/client/errors/useErrorText";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";
import type { Availability } from "@/domain/routing/availability";
import { useToast } from "@/ui/overlays/useToast";

/** The viewer's availability and a function that changes it. A refusal is shown as a toast and changes nothing. */
export function useAvailability(): [Availability, (availability: Availability) => void] {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const toasts = useToast();
  const errorText = useErrorText();
  const { availability } = useMe();
  const { mutate } = useMutation(
    trpc.me.setAvailability.mutationOptions({
      onSuccess: ({ availability: next, used, capacity }) =>
        queryClient.setQueryData(trpc.me.get.queryKey(), (me) =>
          me ? { ...me, availability: next, absence: null, load: { used, capacity } } : me,
        ),
      onError: (error) => toasts.show({ title: errorText(error), tone: "bad" }),
    }),
  );
  return [availability, (next) => mutate({ availability: next })];
}
