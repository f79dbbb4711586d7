"use client";

import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";

/** No stream tells an administrator's notices; they matter within minutes. */
const READ_EVERY_MS = 5 * 60_000;

/** Mounted once: has the notices of an administrator read again from time to time. */
export function NoticesKeeper() {
  const trpc = useTRPC();
  const { role } = useMe();
  const refetchInterval = role === "administrator" ? READ_EVERY_MS : false;
  useQuery(trpc.me.get.queryOptions(undefined, { refetchInterval }));
  return null;
}
