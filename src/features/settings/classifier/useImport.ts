"use client";

import { useMutation } from "@tanstack/react-query";
import { type SentExamples, sendExamples } from "./sendExamples";

export type Import = {
  send: (file: File) => void;
  /** The name of the file that is on its way. */
  sending: string | null;
  sent: SentExamples | null;
};

/** Sends a file of examples, one at a time, and keeps what became of the last. */
export function useImport(onImported: () => void): Import {
  const { mutate, data, isPending, variables } = useMutation({
    mutationFn: (file: File) => sendExamples(file, (address, init) => fetch(address, init)),
    onSuccess: ({ outcome }) => (outcome === "imported" ? onImported() : undefined),
  });
  return { send: mutate, sending: isPending ? variables.name : null, sent: data ?? null };
}
