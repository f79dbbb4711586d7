"use client";

import { useQuery } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { errorCodeOf } from "@/client/errors/errorCodeOf";
import { useTRPC } from "@/client/trpc";
import { EntryFailed } from "./EntryFailed";
import { Opening } from "./Opening";

/** Leads to the set-up of a new desk, to the sign-in, to the board (supervisors) or to the viewer's queue (others). */
export function Entrance() {
  const trpc = useTRPC();
  const router = useRouter();
  const setup = useQuery(trpc.setup.status.queryOptions({}));
  const me = useQuery(trpc.me.get.queryOptions(undefined, { enabled: setup.data?.isSetUp === true }));
  const isStranger = me.error !== null && errorCodeOf(me.error) === "not_signed_in";
  const target = targetOf(setup.data?.isSetUp, isStranger, me.data?.mayWatchBoard);
  useEffect(() => {
    if (target) router.replace(target);
  }, [router, target]);
  const error = setup.error ?? (isStranger ? null : me.error);
  if (error) return <EntryFailed error={error} onRetry={() => void (setup.error ? setup.refetch() : me.refetch())} />;
  return <Opening />;
}

function targetOf(
  isSetUp: boolean | undefined,
  isStranger: boolean,
  mayWatchBoard: boolean | undefined,
): string | null {
  if (isSetUp === false) return "/setup";
  if (isStranger) return "/sign-in";
  if (mayWatchBoard === undefined) return null;
  return mayWatchBoard ? "/board" : "/q/mine";
}
