/**
 * The grams that a model knows. Each has a row: its place in the network's first layer. An open-addressed table of
 * twice as many slots as there is room for rows.
 */
export type Vocabulary = {
  /** The hash in each slot, 0 where empty; a power of two long. */
  readonly slotHashes: Uint32Array;
  /** The row of each slot's gram. */
  readonly slotRows: Uint32Array;
  /** How rare each row's gram was, by its logarithm. As long as there is room for rows. */
  readonly rarities: Float32Array;
  /** How much each row's word says of the category (`wordTellings`); 1 for grams that are no words. */
  readonly tellings: Float32Array;
  /** Rows in use. */
  size: number;
};

/** A vocabulary with room for so many grams. */
export function emptyVocabulary(capacity: number): Vocabulary {
  const slots = 2 ** Math.ceil(Math.log2(2 * Math.max(1, capacity)));
  return {
    slotHashes: new Uint32Array(slots),
    slotRows: new Uint32Array(slots),
    rarities: new Float32Array(capacity),
    tellings: new Float32Array(capacity),
    size: 0,
  };
}

/** The row of a gram, or −1 for one that is not known. */
export function rowOf({ slotHashes, slotRows }: Vocabulary, hash: number): number {
  const slot = slotOf(slotHashes, hash);
  return slotHashes[slot] === hash ? (slotRows[slot] ?? -1) : -1;
}

/** What is kept of a gram. */
export type GramFacts = { readonly rarity: number; readonly telling: number };

/** Takes a gram in, unless it is known or there is no room. */
export function addGram(vocabulary: Vocabulary, hash: number, { rarity, telling }: GramFacts): void {
  const { slotHashes, slotRows, rarities, size } = vocabulary;
  const slot = slotOf(slotHashes, hash);
  if (slotHashes[slot] === hash || size >= rarities.length) return;
  slotHashes[slot] = hash;
  slotRows[slot] = size;
  rarities[size] = rarity;
  vocabulary.tellings[size] = telling;
  vocabulary.size = size + 1;
}

/** Where the gram is, or else would be: half of all slots stay empty, so the search ends. */
function slotOf(slotHashes: Uint32Array, hash: number): number {
  const mask = slotHashes.length - 1;
  let slot = hash & mask;
  while (slotHashes[slot] !== 0 && slotHashes[slot] !== hash) slot = (slot + 1) & mask;
  return slot;
}

/** The share of these grams that is not known, 0 to 1; 1 for no grams. */
export function noveltyOf(hashes: Uint32Array, vocabulary: Vocabulary): number {
  let known = 0;
  for (const hash of hashes) if (rowOf(vocabulary, hash) >= 0) known++;
  return 1 - known / Math.max(1, hashes.length);
}
