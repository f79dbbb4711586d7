import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { drainEverything, drainForRep } from "../commands/drainQueues";
import { lookAtRequest } from "../commands/lookAtRequest";
import { markQuietBackchannels } from "../commands/markQuietBackchannels";
import type { Deps } from "../deps";

const OfRequest = z.object({ sequenceId: z.uuid() });
const OfRep = z.object({ repId: z.uuid() });

/** The jobs. Each parses what was stored (rows outlive deployments) and calls one command, which decides again. */
export function tasks(deps: Deps): TaskList {
  return {
    lookAtRequest: async (payload) => lookAtRequest(OfRequest.parse(payload).sequenceId, deps),
    drainForRep: async (payload) => drainForRep(OfRep.parse(payload).repId, deps),
    drainEverything: async () => drainEverything(deps),
    markQuietBackchannels: async () => markQuietBackchannels(deps),
  };
}

/** The sweep behind the events, and what is put in order every hour. */
export const CRONTAB = [
  "* * * * * drainEverything ?fill=1m&max=1",
  "7 * * * * markQuietBackchannels ?fill=1h&max=1",
].join("\n");
