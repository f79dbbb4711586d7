import { z } from "zod";

/** The input of a procedure that needs no input. */
export const Nothing = z.object({}).optional();
