/** A page of the settings, or a part of one, that can be searched for. */
export type Setting = {
  readonly id: string;
  readonly title: string;
  /** Its group and page, as their names are shown. */
  readonly place: string;
  /** Other words that people use for it. */
  readonly otherWords: string;
  readonly href: string;
};

/**
 * The settings that match all typed words. A typed word matches the beginning of a word, without regard to case and
 * accents. Matches in the title come first, then those that need the place, then those that need the other words.
 * Nothing typed finds nothing.
 */
export function foundSettings(settings: readonly Setting[], typed: string): readonly Setting[] {
  const beginnings = wordsIn(typed);
  if (beginnings.length === 0) return [];
  const ranked = settings.flatMap((setting) => {
    const rank = rankOf(setting, beginnings);
    return rank === null ? [] : [{ setting, rank }];
  });
  // The sort is stable: equal ones stay in the order of the pages.
  return ranked.sort((a, b) => a.rank - b.rank).map(({ setting }) => setting);
}

/** 0 if the title matches all words, 1 if the place is needed, 2 if the other words are; null if there is no match. */
function rankOf({ title, place, otherWords }: Setting, beginnings: readonly string[]): number | null {
  const reach = [title, `${title} ${place}`, `${title} ${place} ${otherWords}`].map(wordsIn);
  const rank = reach.findIndex((words) => beginnings.every((typed) => words.some((word) => word.startsWith(typed))));
  return rank === -1 ? null : rank;
}

function wordsIn(text: string): string[] {
  const plain = text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  return plain.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== "");
}
