/** A published figure for the test split of a set. It compares only roughly with ours, which use the training data. */
export interface PublishedFigure {
  readonly name: string;
  readonly accuracy: number;
}

/** The goals of a set, in shares from 0 to 1. */
export interface Goals {
  readonly accuracy?: number;
  readonly coverage?: number;
  readonly precision?: number;
  readonly outOfScopeRecall?: number;
  readonly keptAndRight?: number;
  readonly outOfScopeAuroc?: number;
}

export interface KnownSet {
  readonly name: string;
  readonly train: string;
  readonly test?: string;
  /** The tests are the rows of this file that are not among the examples. */
  readonly remainderOf?: string;
  readonly outOfScope?: readonly string[];
  readonly published: readonly PublishedFigure[];
  readonly goals: Goals;
}

/** The sets that measure the classifier. docs/decisions/011 says where they come from. */
export const KNOWN_SETS: readonly KnownSet[] = [
  {
    name: "BANKING77",
    train: "banking77_train.csv",
    published: [{ name: "bge-small + SVM", accuracy: 0.931 }],
    goals: { accuracy: 0.915, coverage: 0.86, precision: 0.97 },
  },
  {
    name: "BANKING77, 10 examples each",
    train: "banking77_train_10shot.csv",
    remainderOf: "banking77_train.csv",
    published: [{ name: "USE+ConveRT", accuracy: 0.852 }],
    goals: { accuracy: 0.77, coverage: 0.42, precision: 0.97 },
  },
  {
    name: "CLINC150",
    train: "clinc150_train.csv",
    test: "clinc150_val.csv",
    outOfScope: ["clinc150_oos_train.csv", "clinc150_oos_val.csv"],
    published: [
      { name: "bag-of-words SVM", accuracy: 0.91 },
      { name: "MLP on USE", accuracy: 0.935 },
      { name: "BERT", accuracy: 0.969 },
    ],
    goals: { accuracy: 0.94, outOfScopeRecall: 0.78, keptAndRight: 0.91, outOfScopeAuroc: 0.955 },
  },
  {
    name: "CLINC150, 10 examples each",
    train: "clinc150_train_10shot.csv",
    test: "clinc150_val.csv",
    published: [{ name: "USE+ConveRT", accuracy: 0.933 }],
    goals: {},
  },
  { name: "HWU64", train: "hwu64_train.csv", test: "hwu64_val.csv", published: [], goals: { accuracy: 0.89 } },
];
