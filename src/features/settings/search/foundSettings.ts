/** Something in the settings that can be looked for. */
export type Setting = {
  readonly id: string;
  readonly title: string;
  /** Where it stands: its group and page, as their names are shown. */
  readonly place: string;
  /** By what else people call it. */
  readonly otherWords: string;
  readonly href: string;
};

/**
 * The settings of which every typed word begins a word, whatever the case and the accents: first those that are named
 * so, then those that stand where it is named so, then those that are called so. Nothing typed finds nothing.
 */
export function foundSettings(settings: readonly Setting[], typed: string): readonly Setting[] {
  const beginnings = wordsIn(typed);
  if (beginnings.length === 0) return [];
  const ranked = settings.flatMap((setting) => {
    const rank = rankOf(setting, beginnings);
    return rank === null ? [] : [{ setting, rank }];
  });
  // The sort is stable: among equals the order of the pages stands.
  return ranked.sort((a, b) => a.rank - b.rank).map(({ setting }) => setting);
}

/** How far one must look to meet all the words; null where they are not met. */
function rankOf({ title, place, otherWords }: Setting, beginnings: readonly string[]): number | null {
  const reach = [title, `${title} ${place}`, `${title} ${place} ${otherWords}`].map(wordsIn);
  const rank = reach.findIndex((words) => beginnings.every((typed) => words.some((word) => word.startsWith(typed))));
  return rank === -1 ? null : rank;
}

function wordsIn(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
