/** How a team distributes requests when threshold (R11) and continuity (R12) leave a choice. */
export type RoutingStrategy = "continuity_pace_load" | "round_robin" | "smallest_queue" | "most_spare_capacity";

export type RoutingCategory = {
  readonly id: string;
  readonly name: string;
  /** Null: the parent's team applies. */
  readonly teamId: string | null;
  /** Null: the parent's policy applies. */
  readonly slaPolicyId: string | null;
  /** Words and phrases that assign a request to this category. */
  readonly keywords: readonly string[];
  readonly parentId: string | null;
};

export type RoutingTeam = {
  readonly id: string;
  readonly name: string;
  /**
   * R11: the most capacity units that a rep may hold after being given a request of this team. Null: only the rep's
   * capacity counts. 0: no request is given out, and reps take from the team's queue themselves.
   */
  readonly queueThresholdPerRep: number | null;
  readonly strategy: RoutingStrategy;
  /** R12: whether reps who answered this customer before come first. */
  readonly allowsContinuity: boolean;
  /** R10: reps with all of these skills come first for customers of that tier. Other reps remain candidates. */
  readonly preferredSkillsByTier: Readonly<Record<string, readonly string[]>>;
};

/** One published version of an organization's routing. Never changed, since derived data is kept by its identity. */
export type RoutingConfiguration = {
  readonly version: number;
  readonly categories: readonly RoutingCategory[];
  readonly teams: readonly RoutingTeam[];
};
