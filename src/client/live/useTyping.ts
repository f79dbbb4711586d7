"use client";

import { useMemo, useSyncExternalStore } from "react";
import { ticker } from "@/ui/time/ticker";
import { useLiveStore } from "./LiveProvider";

const SEPARATOR = "\n";

/** The names of those who are typing in an interaction now. A name disappears by itself when its time is over. */
export function useTyping(interactionId: string): string[] {
  const { typing } = useLiveStore();
  const subscribe = useMemo(() => both(typing.subscribe, ticker.subscribe), [typing]);
  const read = () => typing.namesAt(interactionId, ticker.nowMs()).join(SEPARATOR);
  const names = useSyncExternalStore(subscribe, read, () => "");
  return useMemo(() => (names === "" ? [] : names.split(SEPARATOR)), [names]);
}

type Subscribe = (listener: () => void) => () => void;

const both =
  (first: Subscribe, second: Subscribe): Subscribe =>
  (listener) => {
    const endings = [first(listener), second(listener)];
    return () => endings.forEach((end) => void end());
  };
