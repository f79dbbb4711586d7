import type { TaskList } from "graphile-worker";
import { z } from "zod";
import { forgetSignIns } from "../auth/signInDelay";
import { markQuietBackchannels } from "../backchannel/commands/markQuietBackchannels";
import type { Fitting } from "../classifier/commands/fitWaiting";
import { lookAtClassifier, lookAtClassifiers } from "../classifier/commands/lookAtClassifier";
import { fitInThread } from "../classifier/fitting/fitInThread";
import type { Deps } from "../deps";
import { lookAtRequest } from "../request/commands/lookAtRequest";
import { drainEverything, drainForRep } from "../routing/commands/drainQueues";
import { handBackForRep } from "../routing/commands/handBackForRep";

const OfRequest = z.object({ sequenceId: z.uuid() });
const OfOrganization = z.object({ organizationId: z.uuid() });
const OfRep = z.object({ repId: z.uuid() });

const UNTIL_THE_END: Fitting = { fit: fitInThread, signal: new AbortController().signal };

/** The jobs. Each parses its stored payload, which may be of an earlier version, and calls one command. */
export function tasks(deps: Deps, fitting = UNTIL_THE_END): TaskList {
  return {
    lookAtRequest: async (payload) => lookAtRequest(OfRequest.parse(payload).sequenceId, deps),
    handBackForRep: async (payload) => handBackForRep(OfRep.parse(payload).repId, deps),
    drainForRep: async (payload) => drainForRep(OfRep.parse(payload).repId, deps),
    lookAtClassifier: async (payload) => lookAtClassifier(OfOrganization.parse(payload).organizationId, deps, fitting),
    lookAtClassifiers: async () => lookAtClassifiers(deps),
    drainEverything: async () => drainEverything(deps),
    markQuietBackchannels: async () => markQuietBackchannels(deps),
    forgetSignIns: async () => forgetSignIns(deps),
  };
}

/**
 * When the regular jobs run: the sweep that backs the events every minute, the others every hour. By their keys, all
 * that became due while the machine slept is done once.
 */
export const CRONTAB = [
  "* * * * * drainEverything ?fill=1m&max=1&jobKey=regular:drainEverything",
  "7 * * * * markQuietBackchannels ?fill=1h&max=1&jobKey=regular:markQuietBackchannels",
  "17 * * * * lookAtClassifiers ?fill=1h&max=1&jobKey=regular:lookAtClassifiers",
  "27 * * * * forgetSignIns ?fill=1h&max=1&jobKey=regular:forgetSignIns",
].join("\n");
