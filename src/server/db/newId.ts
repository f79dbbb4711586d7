import { v7 } from "uuid";

/** A new UUIDv7: rows of the same time are stored together. It tells its time, so customers get it sealed (`sealIds`). */
export function newId(): string {
  return v7();
}
