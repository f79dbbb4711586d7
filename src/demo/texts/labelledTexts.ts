/** Texts by the key of the category that they are examples of. */
export type LabelledTexts = Readonly<Record<string, readonly string[]>>;
