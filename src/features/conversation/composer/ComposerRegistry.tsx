"use client";

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";

/** What other components can do with a composer: focus it, or append text to what is written. */
export type ComposerHandle = { focus: () => void; append: (text: string) => void };

/** The composers on the screen, by the interaction that they write to. */
export type Composers = {
  of: (interactionId: string) => ComposerHandle | null;
  add: (interactionId: string, handle: ComposerHandle) => () => void;
  /** Calls `act` as soon as the composer is mounted. Only the last such wish is remembered. */
  whenThere: (interactionId: string, act: (composer: ComposerHandle) => void) => void;
};

const ComposersContext = createContext<Composers | null>(null);

/** Lets keys, quotes and unsent messages reach the composers below it. */
export function ComposerRegistry({ children }: { children: ReactNode }) {
  const [composers] = useState(createComposers);
  return <ComposersContext value={composers}>{children}</ComposersContext>;
}

/** The composers on the screen; only below `ComposerRegistry`. */
export function useComposers(): Composers {
  const composers = useContext(ComposersContext);
  if (!composers) throw new Error("useComposers is used outside ComposerRegistry");
  return composers;
}

/** Registers a composer while it is mounted. @param handle from useMemo */
export function useComposerHandle(interactionId: string, handle: ComposerHandle): void {
  const composers = useComposers();
  useEffect(() => composers.add(interactionId, handle), [composers, interactionId, handle]);
}

function createComposers(): Composers {
  const handles = new Map<string, ComposerHandle>();
  let wish: { interactionId: string; act: (composer: ComposerHandle) => void } | null = null;
  return {
    of: (interactionId) => handles.get(interactionId) ?? null,
    add(interactionId, handle) {
      handles.set(interactionId, handle);
      if (wish?.interactionId === interactionId) {
        wish.act(handle);
        wish = null;
      }
      return () => {
        if (handles.get(interactionId) === handle) handles.delete(interactionId);
      };
    },
    whenThere(interactionId, act) {
      const handle = handles.get(interactionId);
      wish = handle ? null : { interactionId, act };
      if (handle) act(handle);
    },
  };
}
