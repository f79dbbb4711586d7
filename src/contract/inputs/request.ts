import { z } from "zod";
import { SEQUENCE_STATES } from "@/domain/request/sequenceState";
import { codeText, lineText, optionalLine, shownText, writtenText } from "@/domain/text/inputText";
import {
  ESCALATION_REASON_LENGTH_MAX,
  HOLDS_ASKED_MAX,
  QUEUE_CURSOR_LENGTH_MAX,
  QUEUE_PAGE_SIZE_MAX,
  REFERENCE_TEXT_LENGTH_MAX,
  SUBJECT_LENGTH_MAX,
  TAG_LENGTH_MAX,
  TAGS_MAX,
} from "./limits";
import { unverifiedId } from "./unverifiedId";

export const OfSequence = z.object({ sequenceId: unverifiedId("sequence") });
export type OfSequence = z.infer<typeof OfSequence>;

export const FindSequence = z.object({ text: optionalLine(REFERENCE_TEXT_LENGTH_MAX) });
export type FindSequence = z.infer<typeof FindSequence>;

export const QueueAsked = z.object({
  view: z.enum(["mine", "team", "unassigned", "closed", "board"]),
  teamId: z.uuid().nullable().optional(),
  categoryId: z.uuid().nullable().optional(),
  repId: z.uuid().optional(),
  figure: z.enum(["waiting", "breached", "at_risk", "assigned", "closed_today", "live", "escalated"]).optional(),
  cursor: codeText(QUEUE_CURSOR_LENGTH_MAX, /^[\w-]*$/)
    .nullable()
    .optional(),
  limit: z.int().min(1).max(QUEUE_PAGE_SIZE_MAX).optional(),
});
export type QueueAsked = z.infer<typeof QueueAsked>;

export const HoldsAsked = z.object({ sequenceIds: z.array(z.uuid()).max(HOLDS_ASKED_MAX) });
export type HoldsAsked = z.infer<typeof HoldsAsked>;

const StateOfSequence = z.enum(SEQUENCE_STATES);
const Subject = lineText(SUBJECT_LENGTH_MAX);
const Tags = z.array(lineText(TAG_LENGTH_MAX)).max(TAGS_MAX);

// `seen` is the value that the person saw when they changed it. A change conflicts only if the value is different now.

export const SetSequenceState = OfSequence.extend({ state: StateOfSequence, seen: StateOfSequence });
export type SetSequenceState = z.infer<typeof SetSequenceState>;

export const RenameSequence = OfSequence.extend({ subject: Subject, seen: shownText(SUBJECT_LENGTH_MAX) });
export type RenameSequence = z.infer<typeof RenameSequence>;

export const ChangeSequenceTags = OfSequence.extend({ add: Tags, remove: Tags });
export type ChangeSequenceTags = z.infer<typeof ChangeSequenceTags>;

export const SetSequenceCategory = OfSequence.extend({
  categoryId: unverifiedId("category").nullable(),
  seen: z.uuid().nullable(),
});
export type SetSequenceCategory = z.infer<typeof SetSequenceCategory>;

export const HandOverRequest = OfSequence.extend({
  to: z.union([z.object({ teamId: unverifiedId("team") }), z.object({ repId: unverifiedId("rep") })]),
});
export type HandOverRequest = z.infer<typeof HandOverRequest>;

export const EscalateRequest = OfSequence.extend({ reason: writtenText(ESCALATION_REASON_LENGTH_MAX) });
export type EscalateRequest = z.infer<typeof EscalateRequest>;

export const SplitSequence = OfSequence.extend({
  /** The customer's message with which the new sequence begins. */
  messageId: unverifiedId("message"),
  /** Whether the new sequence stays with the same responder; otherwise it is routed as usual (R9). */
  keeps: z.boolean(),
});
export type SplitSequence = z.infer<typeof SplitSequence>;
