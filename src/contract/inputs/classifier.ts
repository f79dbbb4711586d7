import { z } from "zod";
import { optionalLine, writtenText } from "@/domain/text/inputText";
import {
  EXAMPLE_TEXT_LENGTH_MAX,
  EXAMPLE_WORDS_LENGTH_MAX,
  EXAMPLES_CHOSEN_MAX,
  TARGET_PRECISION_MAX,
  TARGET_PRECISION_MIN,
} from "./limits";
import { SetSequenceCategory } from "./request";
import { type UnverifiedId, unverifiedId } from "./unverifiedId";

export const TryText = z.object({ text: writtenText(EXAMPLE_TEXT_LENGTH_MAX) });
export type TryText = z.infer<typeof TryText>;

export const UndecidedAsked = z.object({ after: z.uuid().optional() });
export type UndecidedAsked = z.infer<typeof UndecidedAsked>;

/** Labelling a request sets its category, so unlike SetSequenceCategory it must name one. */
export const LabelRequest = SetSequenceCategory.extend({ categoryId: unverifiedId("category") });

export const ExamplesAsked = z.object({
  categoryId: unverifiedId("category"),
  /** All words must be in the text, in any order. */
  words: optionalLine(EXAMPLE_WORDS_LENGTH_MAX).default(""),
  after: z.int().positive().optional(),
});
export type ExamplesAsked = Omit<z.input<typeof ExamplesAsked>, "categoryId"> & {
  categoryId: UnverifiedId<"category">;
};

/** Examples, by their numbers. A number is unique within an organization. */
export const ChosenExamples = z.object({ numbers: z.array(z.int().positive()).min(1).max(EXAMPLES_CHOSEN_MAX) });
export type ChosenExamples = z.infer<typeof ChosenExamples>;

export const SetTarget = z.object({ targetPrecision: z.number().min(TARGET_PRECISION_MIN).max(TARGET_PRECISION_MAX) });
export type SetTarget = z.infer<typeof SetTarget>;

export const RollBack = z.object({ version: z.int32().positive() });
export type RollBack = z.infer<typeof RollBack>;
