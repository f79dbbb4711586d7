import type pg from "pg";
import type { Logger } from "pino";
import type { Visits } from "./auth/visits";
import type { Presence } from "./availability/presence";
import type { RepLoads } from "./availability/repLoads";
import type { Chance } from "./chance";
import type { Classifiers } from "./classifier/load/classifiers";
import type { Clock } from "./clock";
import type { InteractionStandings } from "./conversation/load/interactionStandings";
import type { Database } from "./db/database";
import type { Records, Transact } from "./db/transact";
import type { Bell } from "./live/bell";
import type { Configurations } from "./organization/load/configurations";
import type { Looks } from "./pov/looks";
import type { SealIds } from "./pov/sealIds";
import type { RequestSnapshots } from "./request/load/requestSnapshots";
import type { CommitTogether } from "./writer/commitTogether";

/** Everything through which commands, queries and jobs reach the world. `openDeps` makes it once per process. */
export type Deps = {
  readonly prisma: Records;
  readonly transact: Transact;
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly newId: () => string;
  readonly chance: Chance;
  /** What commands read and write with. Calls made at the same moment share a round trip. */
  readonly requestSnapshots: RequestSnapshots;
  readonly interactionStandings: InteractionStandings;
  /** What each stream asks. One query answers all that ask at the same moment. */
  readonly repLoads: RepLoads;
  readonly visits: Visits;
  readonly commitTogether: CommitTogether;
  readonly bell: Bell;
  readonly presence: Presence;
  readonly configurations: Configurations;
  readonly classifiers: Classifiers;
  /** Writes the trace of what a member sees by privilege (P12). */
  readonly looks: Looks;
  readonly sealIds: SealIds;
  readonly log: Logger;
};
