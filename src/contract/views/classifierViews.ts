import type { SettingChange } from "./settingsViews";

/**
 * What administrators see of the classifier (R6), and what everybody who works on a request sees of its classification.
 */

/** A category and its probability, 0 to 1. */
export type LikelyCategory = { readonly categoryId: string; readonly name: string; readonly probability: number };

/** The classifier's answer for a text. */
export type ClassificationView = {
  /** Whether it was sure enough to decide, by the organization's target precision. */
  readonly isDecided: boolean;
  /** At most three, the likeliest first. */
  readonly likeliest: readonly LikelyCategory[];
  /** The words that decided it, the strongest first; at most three. */
  readonly because: readonly string[];
};

/** The classifier's answer for a text that somebody tries. */
export type TriedTextView = ClassificationView & {
  /** The value compared with the threshold: the probability of the likeliest, lower if the text is strange. */
  readonly sureness: number;
};

/** The state of a model version. */
export type ModelState = "fitting" | "live" | "replaced" | "refused" | "failed";
/** Why a model was fitted. */
export type FitReason = "first" | "more_examples" | "new_category" | "new_target" | "by_hand" | "roll_back";

/** One version of the model. Shares are from 0 to 1, null if nothing could be measured. */
export type ModelVersionView = {
  readonly version: number;
  readonly state: ModelState;
  readonly reason: FitReason;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly liveSince: Date | null;
  /** The progress of fitting, 0 to 1. */
  readonly progress: number;
  readonly exampleCount: number;
  readonly accuracy: number | null;
  readonly precision: number | null;
  readonly coverage: number | null;
  /** For a refused version: its accuracy and that of the model before, on the same held-back requests. */
  readonly refusedBecause: { readonly accuracy: number; readonly previousAccuracy: number } | null;
  readonly mayRollBack: boolean;
};

export type CategoryQuality = {
  readonly categoryId: string;
  readonly name: string;
  readonly isRetired: boolean;
  readonly exampleCount: number;
  /** The share of its held-back requests that was answered with it. */
  readonly found: number | null;
  /** The share of answers with it that was right. */
  readonly right: number | null;
  /** Whether it has enough examples to decide. */
  readonly mayDecide: boolean;
};

export type ConfusionView = {
  readonly categoryId: string;
  readonly name: string;
  readonly takenForId: string;
  readonly takenForName: string;
  readonly requests: number;
};

export type ClassifierQuality = {
  /** Raised by every change of the data below. A page that shows an older stamp reads again. */
  readonly stamp: number;
  /** The share of decided requests that must be right, from 0.5 to 0.999. */
  readonly targetPrecision: number;
  /** Who changed the target last; null while it has its default. */
  readonly targetChanged: SettingChange | null;
  /** Null if no model is in use; then only keywords and the customer's pick decide. */
  readonly live: ModelVersionView | null;
  readonly fitting: ModelVersionView | null;
  /** The examples and categories that there are, and those needed for a first model. */
  readonly exampleCount: number;
  readonly examplesNeeded: number;
  readonly categoriesWithExamples: number;
  readonly categoriesNeeded: number;
  /**
   * The sureness from which on the live model decides now, raised after live precision fell; null if it never decides.
   */
  readonly threshold: number | null;
  readonly thresholdOfModel: number | null;
  /**
   * The live decisions of the last 30 days among all `requests`: how many it `decided`, for how many of these the right
   * category is `known`, and how many of those were `right`.
   */
  readonly liveDecided: {
    readonly decided: number;
    readonly known: number;
    readonly right: number;
    readonly requests: number;
  };
  /** Set once the threshold was raised automatically, because live precision fell below the target. */
  readonly raised: { readonly at: Date; readonly precision: number; readonly from: number; readonly to: number } | null;
  readonly categories: readonly CategoryQuality[];
  readonly confusions: readonly ConfusionView[];
  /** Newest first; at most 20. */
  readonly versions: readonly ModelVersionView[];
};

/** A category to label a request with by one click. The probability is null without an answer of the classifier. */
export type OfferedLabel = { readonly categoryId: string; readonly name: string; readonly probability: number | null };

/**
 * A request that nobody has labelled and the classifier did not decide, as far as the viewer may see it. It may be
 * older than the first model.
 */
export type UndecidedRequest = {
  readonly sequenceId: string;
  readonly reference: string;
  readonly subject: string;
  /** The beginning of the first message, at most 300 characters. */
  readonly beginning: string;
  readonly startedAt: Date;
  readonly version: number;
  /** The present category, for example by a keyword; null without one. */
  readonly categoryId: string | null;
  /** The likeliest first; in the organization's own order without an answer of the classifier. */
  readonly labels: readonly OfferedLabel[];
};

export type UndecidedPage = { readonly requests: readonly UndecidedRequest[]; readonly after: string | null };

/** Where the label of an example comes from. */
export type ExampleSource = "import" | "rep" | "routing" | "customer";

/** An example, as far as the viewer may read it. */
export type ExampleView = {
  /** Its number within the organization; later examples have higher numbers. */
  readonly number: number;
  /** The beginning of the text, at most 2,000 characters. */
  readonly text: string;
  readonly source: ExampleSource;
  readonly at: Date;
  /** Null for an imported example. */
  readonly request: { readonly sequenceId: string; readonly reference: string } | null;
};

export type ExamplePage = {
  readonly category: { readonly id: string; readonly name: string; readonly isRetired: boolean };
  readonly examples: readonly ExampleView[];
  readonly after: number | null;
};

/** The outcome of an import. Either all rows are taken, or none, with the faults of the rows. */
export type ImportOutcome =
  | { readonly outcome: "imported"; readonly added: number; readonly known: number }
  | {
      readonly outcome: "refused";
      readonly rows: readonly {
        readonly line: number;
        readonly column: string;
        readonly reason: ImportFault;
        readonly value: string;
      }[];
      /** The number of faulty rows that are not listed. */
      readonly more: number;
    };
export type ImportFault =
  | "no_text"
  | "text_too_long"
  | "no_category"
  | "unknown_category"
  | "not_csv"
  | "unknown_encoding"
  /** The file is valid in two encodings; the value shows both readings. */
  | "unclear_encoding"
  /** The file is in an unsupported encoding, which the value names. */
  | "unread_encoding"
  | "lost_signs"
  | "missing_column"
  | "too_many_rows";
