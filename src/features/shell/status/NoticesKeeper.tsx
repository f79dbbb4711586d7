"use client";

import { useQuery } from "@tanstack/react-query";
import { useMe } from "@/client/me/MeGate";
import { useTRPC } from "@/client/trpc";

/** The stream does not tell an administrator's notices, and they can wait for minutes. */
const READ_EVERY_MS = 5 * 60_000;

/** Reads the notices of an administrator again from time to time. Mounted once. */
export function NoticesKeeper() {
  const trpc = useTRPC();
  const { role } = useMe();
  const refetchInterval = role === "administrator" ? READ_EVERY_MS : false;
  useQuery(trpc.me.get.queryOptions(undefined, { refetchInterval }));
  return null;
}
