/** What administrators see of the classifier (R6), and everybody who works on a request of its classification. */

/** A category that the classifier thinks of, with how likely it is, from 0 to 1. */
export type LikelyCategory = { readonly categoryId: string; readonly name: string; readonly probability: number };

/** What the classifier said of a text. */
export type ClassificationView = {
  /** Whether it was sure enough to decide by the organization's target precision. */
  readonly isDecided: boolean;
  /** At most three, likeliest first. */
  readonly likeliest: readonly LikelyCategory[];
  /** The words that carried it, the strongest first; at most three. */
  readonly because: readonly string[];
};

/** What was said of a text that was tried. */
export type TriedTextView = ClassificationView & {
  /** What was held against the threshold: the likeliest's probability, less where the text is strange. */
  readonly sureness: number;
};

/** Where a model comes from, or why it is not used. */
export type ModelState = "fitting" | "live" | "replaced" | "refused" | "failed";
export type FitReason = "first" | "more_examples" | "new_category" | "new_target" | "by_hand" | "roll_back";

/** One version of the model; shares are from 0 to 1, null where nothing could be measured. */
export type ModelVersionView = {
  readonly version: number;
  readonly state: ModelState;
  readonly reason: FitReason;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly liveSince: Date | null;
  /** From 0 to 1 while it is fitted. */
  readonly progress: number;
  readonly exampleCount: number;
  readonly accuracy: number | null;
  readonly precision: number | null;
  readonly coverage: number | null;
  /** Of a refused one: the accuracy on the same held-back requests of the model that it would have replaced. */
  readonly refusedBecause: { readonly accuracy: number; readonly previousAccuracy: number } | null;
  readonly mayRollBack: boolean;
};

export type CategoryQuality = {
  readonly categoryId: string;
  readonly name: string;
  readonly isRetired: boolean;
  readonly exampleCount: number;
  /** Of its held-back requests, the share that was found; of those answered with it, the share that was right. */
  readonly found: number | null;
  readonly right: number | null;
  /** Whether it has examples enough to decide. */
  readonly mayDecide: boolean;
};

export type ConfusionView = {
  readonly categoryId: string;
  readonly name: string;
  readonly takenForId: string;
  readonly takenForName: string;
  readonly requests: number;
};

/** Who changed a setting last, and when. */
export type SettingChange = { readonly byName: string; readonly at: Date };

export type ClassifierQuality = {
  /** Raised by whatever changes below; a page that shows an older one reads anew. */
  readonly stamp: number;
  /** The precision that decided requests must keep, from 0.5 to 0.999. */
  readonly targetPrecision: number;
  /** Null while it is what every organization begins with. */
  readonly targetChanged: SettingChange | null;
  /** Null: no model is in use, and keywords and the customer's pick decide alone. */
  readonly live: ModelVersionView | null;
  readonly fitting: ModelVersionView | null;
  /** Examples by which a first model can be fitted, and how many there are. */
  readonly exampleCount: number;
  readonly examplesNeeded: number;
  readonly categoriesWithExamples: number;
  readonly categoriesNeeded: number;
  /** The sureness from which on the live model decides now, raised where live precision fell; null: it never does. */
  readonly threshold: number | null;
  readonly thresholdOfModel: number | null;
  /** Requests of the last 30 days that it decided, how many of them somebody has looked at since, and how many of these were right. */
  readonly liveDecided: {
    readonly decided: number;
    readonly known: number;
    readonly right: number;
    readonly requests: number;
  };
  /** Set when live precision fell below the target and the threshold was raised by itself. */
  readonly raised: { readonly at: Date; readonly precision: number; readonly from: number; readonly to: number } | null;
  readonly categories: readonly CategoryQuality[];
  readonly confusions: readonly ConfusionView[];
  /** Newest first; at most 20. */
  readonly versions: readonly ModelVersionView[];
};

/** A category to label a request with by one click; with how likely it is, where the classifier has an idea. */
export type OfferedLabel = { readonly categoryId: string; readonly name: string; readonly probability: number | null };

/**
 * A request that nobody has labelled and the classifier did not decide, be it because it came before any model, as far
 * as the viewer may see it.
 */
export type UndecidedRequest = {
  readonly sequenceId: string;
  readonly reference: string;
  readonly subject: string;
  /** The beginning of the first message, at most 300 characters. */
  readonly beginning: string;
  readonly startedAt: Date;
  readonly version: number;
  /** What it has now, as by a keyword; null for none. */
  readonly categoryId: string | null;
  /** The likeliest first; in the organization's own order where nobody has an idea. */
  readonly labels: readonly OfferedLabel[];
};

export type UndecidedPage = { readonly requests: readonly UndecidedRequest[]; readonly after: string | null };

/** Who said that a request belongs to its category. */
export type ExampleSource = "import" | "rep" | "routing" | "customer";

/** An example as far as the viewer may read it. */
export type ExampleView = {
  /** Its name among the organization's examples; a later one is higher. */
  readonly number: number;
  /** At most 2,000 characters of it. */
  readonly text: string;
  readonly source: ExampleSource;
  readonly at: Date;
  /** Null for an imported one. */
  readonly request: { readonly sequenceId: string; readonly reference: string } | null;
};

export type ExamplePage = {
  readonly category: { readonly id: string; readonly name: string; readonly isRetired: boolean };
  readonly examples: readonly ExampleView[];
  readonly after: number | null;
};

/** What became of an import: all rows, or none and what is wrong with which. */
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
      /** Faulty rows beyond those listed. */
      readonly more: number;
    };
export type ImportFault =
  | "no_text"
  | "text_too_long"
  | "no_category"
  | "unknown_category"
  | "not_csv"
  | "unknown_encoding"
  /** It reads as well in two encodings, as the value shows. */
  | "unclear_encoding"
  /** The value names the encodings, of which none is read. */
  | "unread_encoding"
  | "lost_signs"
  | "missing_column"
  | "too_many_rows";
