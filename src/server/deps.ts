import type pg from "pg";
import type { Logger } from "pino";
import type { Clock } from "./clock";
import type { CommitTogether } from "./db/commitTogether";
import type { Database } from "./db/database";
import type { Bell } from "./live/bell";
import type { Presence } from "./live/presence";
import type { SealIds } from "./outside/sealIds";
import type { Classifiers } from "./queries/classifiers";
import type { Configurations } from "./queries/configurations";
import type { InteractionStandings } from "./queries/interactionStandings";
import type { Looks } from "./queries/looks";
import type { RepLoads } from "./queries/repLoads";
import type { RequestSnapshots } from "./queries/requestSnapshots";
import type { Visits } from "./queries/visits";

/** All that commands, queries and jobs reach the world through. Made once per process (`openDeps`). */
export type Deps = {
  readonly db: Database;
  readonly pool: pg.Pool;
  readonly clock: Clock;
  readonly newId: () => string;
  /** What commands read and write; calls of the same moment share their round trips. */
  readonly requestSnapshots: RequestSnapshots;
  readonly interactionStandings: InteractionStandings;
  /** What each stream asks, in one query for all that ask at once. */
  readonly repLoads: RepLoads;
  readonly visits: Visits;
  readonly commitTogether: CommitTogether;
  readonly bell: Bell;
  readonly presence: Presence;
  readonly configurations: Configurations;
  readonly classifiers: Classifiers;
  /** Leaves the trace of what is seen by privilege. */
  readonly looks: Looks;
  readonly sealIds: SealIds;
  readonly log: Logger;
};
