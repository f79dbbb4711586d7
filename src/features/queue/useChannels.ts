"use client";

import { useCallback, useMemo, useState } from "react";
import type { InteractionView, SequenceView } from "@/contract/views/repViews";
import { useComposers } from "@/features/conversation/composer/ComposerRegistry";

export type Channels = {
  /** Where the customer reads; null when the viewer may not see it. */
  customer: InteractionView | null;
  backchannels: InteractionView[];
  /** The interaction in front. */
  active: InteractionView | null;
  /** The backchannel that stays beside the customer's thread, also while the reply is in front. */
  beside: InteractionView | null;
  show: (interactionId: string) => void;
  /** Puts the backchannel away. */
  close: () => void;
  /** Brings an interaction to the front and the cursor into its composer, with words to add if any are given. */
  write: (interactionId: string, text?: string) => void;
  /** Goes to the one `step` places on, round and round. */
  cycle: (step: 1 | -1) => void;
};

/** The interactions of a request, which of them is in front, and which backchannel is open. */
export function useChannels(sequence: SequenceView): Channels {
  const composers = useComposers();
  const { customer, backchannels } = useMemo(() => channelsOf(sequence), [sequence]);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [besideId, setBesideId] = useState<string | null>(null);
  const customerId = customer?.id ?? null;

  const show = useCallback(
    (interactionId: string) => {
      setActiveId(interactionId);
      if (interactionId !== customerId) setBesideId(interactionId);
    },
    [customerId],
  );
  const write = useCallback(
    (interactionId: string, text?: string) => {
      show(interactionId);
      // The composer of a backchannel that was just opened comes with the stream.
      composers.whenThere(interactionId, (composer) => (text === undefined ? composer.focus() : composer.append(text)));
    },
    [show, composers],
  );
  return useMemo(() => {
    const all = customer ? [customer, ...backchannels] : backchannels;
    const active = all.find(({ id }) => id === activeId) ?? all[0] ?? null;
    return {
      ...{ customer, backchannels, active, show, write },
      beside: backchannels.find(({ id }) => id === besideId) ?? null,
      close() {
        setActiveId(null);
        setBesideId(null);
      },
      cycle(step) {
        const next = all.at((all.findIndex(({ id }) => id === active?.id) + step) % all.length);
        if (next) show(next.id);
      },
    };
  }, [customer, backchannels, activeId, besideId, show, write]);
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
