import { z } from "zod";

/** Raise this when models stored before would be read wrongly. Such models are trained again. */
export const MODEL_FORMAT = 2;

const Count = z.int().min(0);

/** The header of a serialised model; its numbers follow. */
export const ModelHeader = z.object({
  format: z.literal(MODEL_FORMAT),
  categories: z.array(z.string()),
  exampleCounts: z.array(Count),
  sharpness: z.number(),
  strangeness: z.object({ usual: z.number(), spread: z.number() }),
  threshold: z.number().nullable(),
  seed: z.number(),
  networks: Count,
  units: Count,
  slots: Count,
  capacity: Count,
  size: Count,
  known: Count,
  /** For each example in the replay memory: the number of its grams, the index of its category, its weight. */
  memory: z.array(z.tuple([Count, Count, z.number()])),
});
export type ModelHeader = z.infer<typeof ModelHeader>;
