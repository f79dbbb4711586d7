import { z } from "zod";

/** The input of a procedure that needs none. */
export const Nothing = z.object({}).optional();
