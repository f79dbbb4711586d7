import { v7 } from "uuid";

/** A new id, ordered by time: rows made together lie together. Inside the server only; see sealId for outside. */
export function newId(): string {
  return v7();
}
