import { z } from "zod";

/** Raised whenever a model written down before would be read wrongly: such a model is trained anew. */
export const MODEL_FORMAT = 2;

const Count = z.int().min(0);

/** What stands before the numbers of a written model. */
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
  /** Of each example kept: its grams, its category's index, its weight. */
  memory: z.array(z.tuple([Count, Count, z.number()])),
});
export type ModelHeader = z.infer<typeof ModelHeader>;
