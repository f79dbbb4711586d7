import type { VectorExample } from "../fit/fitNetwork";
import type { Model } from "./model";
import { MODEL_FORMAT, type ModelHeader } from "./modelHeader";

/** Serialises a model. `load` reads it back exactly on machines with the same byte order (all that Node runs on). */
export function serialise(model: Model): Uint8Array {
  const { vocabulary, networks, memory } = model;
  const header: ModelHeader = {
    format: MODEL_FORMAT,
    categories: model.categories,
    exampleCounts: model.exampleCounts,
    sharpness: model.sharpness,
    strangeness: model.strangeness,
    threshold: model.threshold,
    seed: model.seed,
    networks: networks.length,
    units: networks[0]?.units ?? 0,
    slots: vocabulary.slotHashes.length,
    capacity: vocabulary.rarities.length,
    size: vocabulary.size,
    known: vocabulary.known,
    memory: memory.map(({ vector, category, weight }) => [vector.rows.length, category, weight]),
  };
  const text = new TextEncoder().encode(JSON.stringify(header));
  const words = Math.ceil(text.length / Uint32Array.BYTES_PER_ELEMENT);
  const arrays = [
    vocabulary.slotHashes,
    vocabulary.slotRows,
    vocabulary.rarities,
    vocabulary.tellings,
    ...networks.flatMap((each) => [each.gramWeights, each.unitBiases, each.voteWeights, each.voteBiases]),
    ...memory.flatMap(({ vector }: VectorExample) => [vector.rows, vector.weights]),
  ];
  const length = arrays.reduce((sum, array) => sum + array.length, 1 + words);
  const bytes = new Uint8Array(length * Uint32Array.BYTES_PER_ELEMENT);
  new Uint32Array(bytes.buffer)[0] = text.length;
  bytes.set(text, Uint32Array.BYTES_PER_ELEMENT);
  let offset = (1 + words) * Uint32Array.BYTES_PER_ELEMENT;
  for (const array of arrays) {
    bytes.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), offset);
    offset += array.byteLength;
  }
  return bytes;
}
