import type { Outgoing } from "./conversationState";

/** What the frame keeps in its own (partitioned) storage; each call survives a storage that is full or forbidden. */
export type FrameStorage = ReturnType<typeof frameStorage>;

/** Storage for one widget key. Every outgoing message has an item of its own, so that two tabs do not overwrite each other. */
export function frameStorage(key: string) {
  const mine = `parley:${key}:`;
  return {
    token: () => attempt(() => localStorage.getItem(`${mine}token`)) ?? null,
    keepToken: (token: string) => void attempt(() => localStorage.setItem(`${mine}token`, token)),
    keepOutgoing: (outgoing: Outgoing) =>
      void attempt(() => localStorage.setItem(`${mine}outgoing:${outgoing.clientId}`, JSON.stringify(outgoing))),
    dropOutgoing: (clientId: string) => void attempt(() => localStorage.removeItem(`${mine}outgoing:${clientId}`)),
    allOutgoing: () =>
      namesUnder(() => localStorage, `${mine}outgoing:`)
        .flatMap(readOutgoing)
        .sort((a, b) => a.writtenAtMs - b.writtenAtMs),
    draft: () => attempt(() => sessionStorage.getItem(`${mine}draft`)) ?? "",
    keepDraft: (draft: string) =>
      void attempt(() =>
        draft ? sessionStorage.setItem(`${mine}draft`, draft) : sessionStorage.removeItem(`${mine}draft`),
      ),
    forget: () => {
      for (const name of namesUnder(() => localStorage, mine)) localStorage.removeItem(name);
      for (const name of namesUnder(() => sessionStorage, mine)) sessionStorage.removeItem(name);
    },
  };
}

function attempt<T>(use: () => T): T | undefined {
  try {
    return use();
  } catch {
    return undefined;
  }
}

/** A browser that forbids storage in frames throws at the mere look at `localStorage`. */
function namesUnder(storage: () => Storage, prefix: string): string[] {
  return attempt(() => Object.keys(storage()).filter((name) => name.startsWith(prefix))) ?? [];
}

function readOutgoing(name: string): Outgoing[] {
  const stored = attempt(() => JSON.parse(localStorage.getItem(name) ?? "")) as Outgoing | undefined;
  if (typeof stored?.clientId !== "string" || typeof stored.body !== "string") return [];
  const isRefused = stored.delivery === "not_sent" && stored.refusal !== null;
  return [isRefused ? stored : { ...stored, delivery: "sending", refusal: null }];
}
