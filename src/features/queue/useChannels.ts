"use client";

import { useCallback, useEffect, useState } from "react";
import type { InteractionView, SequenceView } from "@/domain/views/repViews";
import { useComposers } from "@/features/conversation/composer/ComposerRegistry";

export type Channels = {
  /** Where the customer reads; null when the viewer may not see it. */
  customer: InteractionView | null;
  backchannels: InteractionView[];
  /** The interaction in front. */
  active: InteractionView | null;
  show: (interactionId: string) => void;
  /** Brings an interaction to the front and the cursor into its composer, with words to add if any are given. */
  write: (interactionId: string, text?: string) => void;
  /** Goes to the one `step` places on, round and round. */
  cycle: (step: 1 | -1) => void;
};

type Wish = { interactionId: string; text: string | null };

/** The interactions of a request and which of them is in front. */
export function useChannels(sequence: SequenceView): Channels {
  const composers = useComposers();
  const [activeId, setActiveId] = useState<string | null>(null);
  const [wish, setWish] = useState<Wish | null>(null);
  const { customer, backchannels } = channelsOf(sequence);
  const all = customer ? [customer, ...backchannels] : backchannels;
  const active = all.find(({ id }) => id === activeId) ?? all[0] ?? null;

  useEffect(() => {
    // The composer of a backchannel that was just opened comes with the stream: until then the wish waits.
    const composer = wish ? composers.of(wish.interactionId) : null;
    if (!wish || !composer) return;
    if (wish.text === null) composer.focus();
    else composer.append(wish.text);
    setWish(null);
  }, [wish, composers, sequence]);

  return {
    customer,
    backchannels,
    active,
    show: setActiveId,
    write: useCallback((interactionId, text) => {
      setActiveId(interactionId);
      setWish({ interactionId, text: text ?? null });
    }, []),
    cycle(step) {
      const index = all.findIndex(({ id }) => id === active?.id);
      const next = all.at((index + step) % all.length);
      if (next) setActiveId(next.id);
    },
  };
}

/** The newest exchange with the customer that still goes on, else the last there was; and all that the customer cannot see. */
export function channelsOf({
  interactions,
}: Pick<SequenceView, "interactions">): Pick<Channels, "customer" | "backchannels"> {
  const withCustomer = interactions.filter(({ audience }) => audience === "customer");
  return {
    customer: withCustomer.findLast(({ endedAt }) => endedAt === null) ?? withCustomer.at(-1) ?? null,
    backchannels: interactions.filter(({ audience }) => audience === "internal"),
  };
}
