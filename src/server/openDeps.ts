import { randomInt } from "node:crypto";
import { type Logger, pino } from "pino";
import { visits } from "./auth/visits";
import { openPresence } from "./availability/presence";
import { repLoads } from "./availability/repLoads";
import { classifiers } from "./classifier/load/classifiers";
import type { Clock } from "./clock";
import { interactionStandings } from "./conversation/load/interactionStandings";
import { openDatabase } from "./db/database";
import { newId } from "./db/newId";
import type { Deps } from "./deps";
import { openBell } from "./live/bell";
import { configurations } from "./organization/load/configurations";
import { openLooks } from "./pov/looks";
import { sealIds } from "./pov/sealIds";
import { requestSnapshots } from "./request/load/requestSnapshots";
import { commitTogether } from "./writer/commitTogether";

type Given = { databaseUrl: string; connectionsMax: number; idKey: string; clock?: Clock; log?: Logger };

/** Opens the log of a process. It leaves out the values of a failed statement, which may be somebody's words. */
export function openLog(level: string): Logger {
  return pino({ level, redact: ["err.parameters", "err.detail", "err.where"] });
}

/** Opens everything that commands, queries and jobs need. Tests pass their own clock. */
export function openDeps(given: Given): { deps: Deps; close(): Promise<void> } {
  const { db, prisma, transact, pool, close } = openDatabase(given.databaseUrl, given.connectionsMax);
  const log = given.log ?? pino({ level: "silent" });
  const clock = given.clock ?? { now: () => new Date() };
  const deps: Deps = {
    prisma,
    transact,
    db,
    pool,
    clock,
    newId,
    chance: randomInt,
    requestSnapshots: requestSnapshots(pool),
    interactionStandings: interactionStandings(pool),
    repLoads: repLoads(pool),
    visits: visits(pool),
    commitTogether: commitTogether(pool),
    bell: openBell(),
    presence: openPresence({ pool, clock }),
    configurations: configurations(db),
    classifiers: classifiers({ pool, log }),
    looks: openLooks(),
    sealIds: sealIds(given.idKey),
    log,
  };
  return { deps, close };
}
