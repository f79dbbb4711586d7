"use client";

import { useMutation } from "@tanstack/react-query";
import { useMe } from "@/client/me/MeGate";
import { useRecheckViewer } from "@/client/me/useRecheckViewer";
import { type SentExamples, sendExamples } from "./sendExamples";

export type Import = {
  send: (file: File) => void;
  /** The name of the file that is being sent; null if none is. */
  sending: string | null;
  sent: SentExamples | null;
};

/** Sends files of examples and keeps the result of the last. */
export function useImport(onImported: () => void): Import {
  const { partyId } = useMe();
  const recheck = useRecheckViewer();
  const { mutate, data, isPending, variables } = useMutation({
    mutationFn: (file: File) => sendExamples(file, partyId, (address, init) => fetch(address, init)),
    onSuccess: (sent) => {
      if (sent.outcome === "imported") onImported();
      if (sent.outcome === "failed") void recheck();
    },
  });
  return { send: mutate, sending: isPending ? variables.name : null, sent: data ?? null };
}
