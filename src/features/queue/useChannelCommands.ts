"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import type { Command } from "@/features/shell/shortcuts/command";
import type { Channels } from "./useChannels";

/** The keys for the threads of a request: r goes to the reply, b to the backchannel or a new one, [ and ] cycle. */
export function useChannelCommands(channels: Channels, mayAsk: boolean, ask: () => void): Command[] {
  const t = useTranslations("conversation.commands");
  const internal = useTranslations("backchannel.commands");
  return useMemo(() => {
    const { customer, backchannels, fresh, active, show, write, cycle } = channels;
    const all = [...backchannels, ...fresh];
    const first = all.find(({ endedAt }) => endedAt === null) ?? all[0];
    const toBackchannel = () => {
      if (first?.endedAt === null && active?.audience !== "internal") return write(first.id);
      if (mayAsk) ask();
      else if (first) show(first.id);
    };
    return [
      {
        id: "conversation.reply",
        title: t("reply"),
        when: () => customer !== null,
        run: () => customer && write(customer.id),
      },
      {
        id: "conversation.backchannel",
        title: internal("focus"),
        when: () => mayAsk || first !== undefined,
        run: toBackchannel,
      },
      {
        id: "conversation.previousTab",
        title: internal("previous"),
        when: () => first !== undefined,
        run: () => cycle(-1),
      },
      { id: "conversation.nextTab", title: internal("next"), when: () => first !== undefined, run: () => cycle(1) },
    ];
  }, [channels, mayAsk, ask, t, internal]);
}
