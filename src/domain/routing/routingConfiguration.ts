/** How a team shares its requests out once the threshold (R11) and continuity (R12) have spoken. */
export type RoutingStrategy = "continuity_pace_load" | "round_robin" | "smallest_queue" | "most_spare_capacity";

export type RoutingCategory = {
  readonly id: string;
  readonly name: string;
  /** Null: the parent's team. */
  readonly teamId: string | null;
  /** Null: the parent's policy. */
  readonly slaPolicyId: string | null;
  /** Words or phrases that put a request into this category. */
  readonly keywords: readonly string[];
  readonly parentId: string | null;
};

export type RoutingTeam = {
  readonly id: string;
  readonly name: string;
  /**
   * R11: the most capacity units that a rep may hold when this team gives out a request, that request included.
   * Null: the rep's capacity alone counts. 0: nothing is given out, reps take from the team's queue themselves.
   */
  readonly queueThresholdPerRep: number | null;
  readonly strategy: RoutingStrategy;
  /** R12: whether a rep who answered this customer before comes first. */
  readonly allowsContinuity: boolean;
  /** R10: reps with all of these skills come first for customers of that service tier. A preference, never a bar. */
  readonly preferredSkillsByTier: Readonly<Record<string, readonly string[]>>;
};

/** One published version of an organization's routing. Immutable: what is derived from it is kept by identity. */
export type RoutingConfiguration = {
  readonly version: number;
  readonly categories: readonly RoutingCategory[];
  readonly teams: readonly RoutingTeam[];
};
