/**
 * The grams that a model knows. The most frequent have a row: their place in the networks' first layer. Of the other words
 * and pairs it is known only that examples had them, so that they are not strange. An open-addressed table of at least
 * twice as many slots as there is room for grams.
 */
export type Vocabulary = {
  /** The hash in each slot, 0 where empty; a power of two long. */
  readonly slotHashes: Uint32Array;
  /** The row of each slot's gram, NO_ROW where it has none. */
  readonly slotRows: Uint32Array;
  /** How rare each row's gram was, by its logarithm. As long as there is room for rows. */
  readonly rarities: Float32Array;
  /** How much each row's word says of the category (`wordTellings`); 1 for grams that are no words. */
  readonly tellings: Float32Array;
  /** Rows in use. */
  size: number;
  /** Grams in the table, those without a row among them. */
  known: number;
};

const NO_ROW = 0xffffffff;

/** A vocabulary with room for so many grams with a row, and so many without. */
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

/** The row of a gram, or −1 for one that has none. */
export function rowOf({ slotHashes, slotRows }: Vocabulary, hash: number): number {
  const slot = slotOf(slotHashes, hash);
  const row = slotRows[slot] ?? NO_ROW;
  return slotHashes[slot] === hash && row !== NO_ROW ? row : -1;
}

/** What is kept of a gram. */
export type GramFacts = { readonly rarity: number; readonly telling: number };

/** Gives a gram a row, unless it has one or there is no room; one that was known without gets it now. */
export function addGram(vocabulary: Vocabulary, hash: number, { rarity, telling }: GramFacts): void {
  const { slotRows, rarities, tellings, size } = vocabulary;
  const slot = knownSlot(vocabulary, hash);
  if (slot < 0 || slotRows[slot] !== NO_ROW || size >= rarities.length) return;
  slotRows[slot] = size;
  rarities[size] = rarity;
  tellings[size] = telling;
  vocabulary.size = size + 1;
}

/** Remembers that an example had this gram, as long as there is room. */
export function markKnown(vocabulary: Vocabulary, hash: number): void {
  knownSlot(vocabulary, hash);
}

/** The share of these grams that is not known, 0 to 1; 1 for no grams. */
export function noveltyOf(hashes: Uint32Array, { slotHashes }: Vocabulary): number {
  let known = 0;
  for (const hash of hashes) if (slotHashes[slotOf(slotHashes, hash)] === hash) known++;
  return 1 - known / Math.max(1, hashes.length);
}

/** The slot of a gram, which takes an empty one where it has none; −1 where half of all slots are full. */
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

/** Where the gram is, or else would be: half of all slots stay empty, so the search ends. */
function slotOf(slotHashes: Uint32Array, hash: number): number {
  const mask = slotHashes.length - 1;
  let slot = hash & mask;
  while (slotHashes[slot] !== 0 && slotHashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}
