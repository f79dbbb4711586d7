import { drop, keep, kept, namesUnder } from "../../storage";
import type { Outgoing } from "../conversation/conversationState";
import type { Identity } from "../desk/desk";

/** What the frame keeps in its own (partitioned) storage. No call fails if the storage is null, full or forbidden. */
export type FrameStorage = ReturnType<typeof frameStorage>;

/** The name under which a frame keeps the visit that the desk must still end. Other frames hear its storage event. */
export const unendedName = (key: string) => `parley:${key}:over`;

/** The storage for one widget key. Each outgoing message is its own item, so that two tabs overwrite nothing. */
export function frameStorage(key: string) {
  const mine = `parley:${key}:`;
  const unended = unendedName(key);
  return {
    token: () => kept(`${mine}token`),
    keepToken: (token: string) => keep(`${mine}token`, token),
    dropToken: () => drop(`${mine}token`),
    keepOutgoing: (outgoing: Outgoing) => keep(`${mine}outgoing:${outgoing.clientId}`, JSON.stringify(outgoing)),
    dropOutgoing: (clientId: string) => drop(`${mine}outgoing:${clientId}`),
    allOutgoing: () =>
      namesUnder(`${mine}outgoing:`)
        .flatMap(readOutgoing)
        .sort((a, b) => a.writtenAtMs - b.writtenAtMs),
    /** The draft of this tab, for its next page only. */
    draft: () => kept(`${mine}draft`, "sessionStorage") ?? "",
    keepDraft: (draft: string) =>
      draft ? keep(`${mine}draft`, draft, "sessionStorage") : drop(`${mine}draft`, "sessionStorage"),
    /** The visit that the page shut down and the desk has yet to end. */
    unended: () => readIdentity(kept(unended)),
    keepUnended: (identity: Identity | null) => (identity ? keep(unended, JSON.stringify(identity)) : drop(unended)),
    forget: () => {
      for (const kind of ["localStorage", "sessionStorage"] as const)
        for (const name of namesUnder(mine, kind)) if (name !== unended) drop(name, kind);
    },
  };
}

/** The identity in a stored text; null if there is no text. */
export function readIdentity(text: string | null): Identity | null {
  const { visit = null, token = null } = parsed<Identity>(text) ?? {};
  return text === null ? null : { visit, token };
}

function readOutgoing(name: string): Outgoing[] {
  const stored = parsed<Outgoing>(kept(name));
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
