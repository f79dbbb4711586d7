"use client";

import { useCallback, useMemo, useState } from "react";
import type { InteractionView } from "@/contract/views/conversationViews";
import type { SequenceView } from "@/contract/views/requestViews";
import { useComposers } from "@/features/conversation/composer/ComposerRegistry";
import type { HeldRow } from "@/ui/table/heldRows";
import { useSteadyRows } from "@/ui/table/useSteadyRows";

export type Channels = {
  /** The interaction with the customer; null if the viewer may not see it. */
  customer: InteractionView | null;
  /** Those in sight, in the order of their coming. What others open waits in `fresh`, so that nothing moves. */
  backchannels: InteractionView[];
  /** The backchannels in sight for a list, with the places of those that are gone. */
  listed: readonly HeldRow<InteractionView>[];
  /** The backchannels that others have opened since. */
  fresh: readonly InteractionView[];
  showFresh: () => void;
  /** The interaction in front; null if there is none. */
  active: InteractionView | null;
  /** The backchannel beside the customer's thread; it stays there while the customer's thread is in front. */
  beside: InteractionView | null;
  show: (interactionId: string) => void;
  /** Closes the backchannel beside the thread. */
  close: () => void;
  /** Brings an interaction to the front and focuses its composer. Appends `text` to it if given. */
  write: (interactionId: string, text?: string) => void;
  /** Brings the interaction `step` places on to the front, wrapping around. */
  cycle: (step: 1 | -1) => void;
};

/** The interactions of a request, the one in front, and the open backchannel. */
export function useChannels(sequence: SequenceView): Channels {
  const composers = useComposers();
  const { customer, backchannels: all } = useMemo(() => channelsOf(sequence), [sequence]);
  const { shown: listed, fresh, show: showFresh, place } = useSteadyRows(all, idOf);
  const backchannels = useMemo(() => listed.flatMap(({ row, isGone }) => (isGone ? [] : [row])), [listed]);
  const [activeId, setActiveId] = useState<string | null>(null);
  const [besideId, setBesideId] = useState<string | null>(null);
  const customerId = customer?.id ?? null;

  const show = useCallback(
    (interactionId: string) => {
      setActiveId(interactionId);
      if (interactionId === customerId) return;
      setBesideId(interactionId);
      place(interactionId);
    },
    [customerId, place],
  );
  const write = useCallback(
    (interactionId: string, text?: string) => {
      show(interactionId);
      // A backchannel that was just opened arrives by the stream, and its composer with it.
      composers.whenThere(interactionId, (composer) => (text === undefined ? composer.focus() : composer.append(text)));
    },
    [show, composers],
  );
  return useMemo(() => {
    const all = customer ? [customer, ...backchannels] : backchannels;
    const active = all.find(({ id }) => id === activeId) ?? all[0] ?? null;
    return {
      ...{ customer, backchannels, listed, fresh, showFresh, active, show, write },
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
  }, [customer, backchannels, listed, fresh, showFresh, activeId, besideId, show, write]);
}

const idOf = ({ id }: InteractionView) => id;

/** The latest interaction with the customer that has not ended, else the last one; and all backchannels. */
export function channelsOf({
  interactions,
}: Pick<SequenceView, "interactions">): Pick<Channels, "customer" | "backchannels"> {
  const withCustomer = interactions.filter(({ audience }) => audience === "customer");
  return {
    customer: withCustomer.findLast(({ endedAt }) => endedAt === null) ?? withCustomer.at(-1) ?? null,
    backchannels: interactions.filter(({ audience }) => audience === "internal"),
  };
}
