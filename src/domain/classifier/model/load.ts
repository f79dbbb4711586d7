import type { Model } from "./model";
import { ModelHeader } from "./modelHeader";

const NUMBER_BYTES = Uint32Array.BYTES_PER_ELEMENT;

/**
 * Reads a model that `serialise` wrote.
 *
 * @throws RangeError if the length differs from what the header says; ZodError or SyntaxError for an invalid header
 */
export function load(bytes: Uint8Array): Model {
  // Copy the bytes: those of a driver may begin at any offset of a shared buffer, and numbers must be aligned.
  const { buffer } = Uint8Array.from(bytes);
  const headerLength = new DataView(buffer).getUint32(0, true);
  const text = new TextDecoder().decode(new Uint8Array(buffer, NUMBER_BYTES, headerLength));
  const header = ModelHeader.parse(JSON.parse(text));
  const take = taker(buffer, (1 + Math.ceil(headerLength / NUMBER_BYTES)) * NUMBER_BYTES);

  const { categories, units, slots, capacity, size, known } = header;
  const model: Model = {
    categories,
    exampleCounts: header.exampleCounts,
    sharpness: header.sharpness,
    strangeness: header.strangeness,
    threshold: header.threshold,
    seed: header.seed,
    vocabulary: {
      slotHashes: take.wholes(slots),
      slotRows: take.wholes(slots),
      rarities: take.reals(capacity),
      tellings: take.reals(capacity),
      size,
      known,
    },
    networks: Array.from({ length: header.networks }, () => ({
      units,
      categories: categories.length,
      gramWeights: take.reals(capacity * units),
      unitBiases: take.reals(units),
      voteWeights: take.reals(units * categories.length),
      voteBiases: take.reals(categories.length),
    })),
    memory: header.memory.map(([grams, category, weight]) => ({
      vector: { rows: take.wholes(grams), weights: take.reals(grams) },
      category,
      weight,
    })),
  };
  take.end();
  return model;
}

/** Reads arrays from a buffer one after the other, without copying them. */
function taker(buffer: ArrayBuffer, start: number) {
  let offset = start;
  const place = (length: number) => {
    offset += length * NUMBER_BYTES;
    return offset - length * NUMBER_BYTES;
  };
  return {
    wholes: (length: number) => new Uint32Array(buffer, place(length), length),
    reals: (length: number) => new Float32Array(buffer, place(length), length),
    end() {
      if (offset !== buffer.byteLength) throw new RangeError(`A model of ${offset} bytes has ${buffer.byteLength}`);
    },
  };
}
