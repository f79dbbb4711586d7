/**
 * What a peer does over and over: statements in the notation of pgbench. `:n` is a random whole number from 1 to
 * `nMax`; a statement before the last one gives its columns to those after it under their names, cast where used.
 */
export interface PeerScript {
  readonly name: string;
  readonly nMax: number;
  readonly statements: readonly string[];
}

/** How fast a peer was. */
export interface PeerFigure {
  readonly perSecond: number;
  /** "pgbench", or the plain loop over the driver where pgbench was not found. */
  readonly tool: string;
}
