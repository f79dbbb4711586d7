/**
 * The grams that a model knows. The most frequent have a row in the networks' first layer. The other words and pairs
 * are only marked as known, so that they are not strange. It is an open-addressed hash table with at least twice as
 * many slots as grams.
 */
export type Vocabulary = {
  /** The hash in each slot, 0 for an empty one. The length is a power of two. */
  readonly slotHashes: Uint32Array;
  /** The row of the gram in each slot; NO_ROW if it has none. */
  readonly slotRows: Uint32Array;
  /** The rarity of each row's gram (`rarityOf`). Its length is the room for rows. */
  readonly rarities: Float32Array;
  /** How much each row's word tells about the category (`wordTellings`); 1 for other grams. */
  readonly tellings: Float32Array;
  /** The rows in use. */
  size: number;
  /** The grams in the table, including those without a row. */
  known: number;
};

const NO_ROW = 0xffffffff;

/** An empty vocabulary with room for `rows` grams with a row and `others` without. */
export function emptyVocabulary({ rows, others }: { rows: number; others: number }): Vocabulary {
  const slots = 2 ** Math.ceil(Math.log2(2 * Math.max(1, rows + others)));
  return {
    slotHashes: new Uint32Array(slots),
    slotRows: new Uint32Array(slots),
    rarities: new Float32Array(rows),
    tellings: new Float32Array(rows),
    size: 0,
    known: 0,
  };
}

/** The row of a gram, or −1 if it has none. */
export function rowOf({ slotHashes, slotRows }: Vocabulary, hash: number): number {
  const slot = slotOf(slotHashes, hash);
  const row = slotRows[slot] ?? NO_ROW;
  return slotHashes[slot] === hash && row !== NO_ROW ? row : -1;
}

/** What the vocabulary keeps for a gram with a row. */
export type GramFacts = { readonly rarity: number; readonly telling: number };

/** Gives a gram a row, unless it has one or there is no room. A gram that was known without a row gets one. */
export function addGram(vocabulary: Vocabulary, hash: number, { rarity, telling }: GramFacts): void {
  const { slotRows, rarities, tellings, size } = vocabulary;
  const slot = knownSlot(vocabulary, hash);
  if (slot < 0 || slotRows[slot] !== NO_ROW || size >= rarities.length) return;
  slotRows[slot] = size;
  rarities[size] = rarity;
  tellings[size] = telling;
  vocabulary.size = size + 1;
}

/** Marks a gram as known, if there is room. */
export function markKnown(vocabulary: Vocabulary, hash: number): void {
  knownSlot(vocabulary, hash);
}

/** The share of these grams that is unknown, 0 to 1; 1 without grams. */
export function noveltyOf(hashes: Uint32Array, { slotHashes }: Vocabulary): number {
  let known = 0;
  for (const hash of hashes) if (slotHashes[slotOf(slotHashes, hash)] === hash) known++;
  return 1 - known / Math.max(1, hashes.length);
}

/** The slot of a gram. A new gram takes an empty slot. −1 for a new one if half of the slots are full. */
function knownSlot(vocabulary: Vocabulary, hash: number): number {
  const { slotHashes, slotRows, known } = vocabulary;
  const slot = slotOf(slotHashes, hash);
  if (slotHashes[slot] === hash) return slot;
  if (2 * known >= slotHashes.length) return -1;
  slotHashes[slot] = hash;
  slotRows[slot] = NO_ROW;
  vocabulary.known = known + 1;
  return slot;
}

/** The slot where the gram is or would be. The search ends, because half of the slots stay empty. */
function slotOf(slotHashes: Uint32Array, hash: number): number {
  const mask = slotHashes.length - 1;
  let slot = hash & mask;
  while (slotHashes[slot] !== 0 && slotHashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}
