import { keep, kept, namesUnder } from "../storage";
import type { Outgoing } from "./conversationState";
import type { Identity } from "./desk";

/** What the frame keeps in its own (partitioned) storage; each call survives a storage that is null, full or forbidden. */
export type FrameStorage = ReturnType<typeof frameStorage>;

/** Where a frame notes which visit still has to be ended by the desk; other frames hear of it by the storage's event. */
export const owedName = (key: string) => `parley:${key}:over`;

/** Storage for one widget key. Every outgoing message has an item of its own, so that two tabs do not overwrite each other. */
export function frameStorage(key: string) {
  const mine = `parley:${key}:`;
  const owed = owedName(key);
  return {
    token: () => kept("localStorage", `${mine}token`),
    keepToken: (token: string | null) => void keep("localStorage", `${mine}token`, token),
    keepOutgoing: (outgoing: Outgoing) =>
      void keep("localStorage", `${mine}outgoing:${outgoing.clientId}`, JSON.stringify(outgoing)),
    dropOutgoing: (clientId: string) => void keep("localStorage", `${mine}outgoing:${clientId}`, null),
    allOutgoing: () =>
      namesUnder("localStorage", `${mine}outgoing:`)
        .flatMap(readOutgoing)
        .sort((a, b) => a.writtenAtMs - b.writtenAtMs),
    /** What was begun to be written in this tab: for its next page, and nobody else's. */
    draft: () => kept("sessionStorage", `${mine}draft`) ?? "",
    keepDraft: (draft: string) => void keep("sessionStorage", `${mine}draft`, draft || null),
    /** The visit that the page has shut down and the desk has not ended yet. */
    owed: () => readIdentity(kept("localStorage", owed)),
    keepOwed: (identity: Identity | null) => void keep("localStorage", owed, identity && JSON.stringify(identity)),
    forget: () => {
      for (const kind of ["localStorage", "sessionStorage"] as const)
        for (const name of namesUnder(kind, mine)) if (name !== owed) keep(kind, name, null);
    },
  };
}

/** The identity in a stored text; null where there is none. */
export function readIdentity(text: string | null): Identity | null {
  const { visit = null, token = null } = parsed<Identity>(text) ?? {};
  return text === null ? null : { visit, token };
}

function readOutgoing(name: string): Outgoing[] {
  const stored = parsed<Outgoing>(kept("localStorage", name));
  if (typeof stored?.clientId !== "string" || typeof stored.body !== "string") return [];
  const isRefused = stored.delivery === "not_sent" && stored.refusal !== null;
  return [isRefused ? stored : { ...stored, delivery: "sending", refusal: null }];
}

function parsed<T>(text: string | null): T | null {
  try {
    return JSON.parse(text ?? "null");
  } catch {
    return null;
  }
}
