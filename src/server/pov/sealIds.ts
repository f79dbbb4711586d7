import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";

/** Seals ids for one party, so that they reveal no order, time or count, and mean nothing to any other party (P1). */
export type SealIds = {
  /** The sealed form of a stored id: 22 characters, always the same for the same party. */
  seal(id: string, forPartyId: string): string;
  /** The stored id. Text that was not sealed for that party opens to an id that no row has. */
  open(sealed: string, forPartyId: string): string;
};

const NOBODY = "00000000-0000-0000-0000-000000000000";
const KEYS_KEPT_MAX = 10_000;

/**
 * Seals with one AES block. An id is as long as a block, so nothing is stored and no two ids collide. Each party has
 * its own key, so two parties cannot compare their sealed ids.
 */
export function sealIds(secret: string): SealIds {
  const keys = new Map<string, Buffer>();
  const keyOf = (partyId: string) => {
    const known = keys.get(partyId);
    if (known) return known;
    if (keys.size >= KEYS_KEPT_MAX) keys.clear();
    const key = createHmac("sha256", secret).update(`id:${partyId}`).digest().subarray(0, 16);
    keys.set(partyId, key);
    return key;
  };
  return {
    seal(id, forPartyId) {
      const cipher = createCipheriv("aes-128-ecb", keyOf(forPartyId), null).setAutoPadding(false);
      return cipher.update(Buffer.from(id.replaceAll("-", ""), "hex")).toString("base64url");
    },
    open(sealed, forPartyId) {
      const block = Buffer.from(sealed, "base64url");
      if (block.length !== 16 || !/^[A-Za-z0-9_-]{22}$/.test(sealed)) return NOBODY;
      const decipher = createDecipheriv("aes-128-ecb", keyOf(forPartyId), null).setAutoPadding(false);
      return asUuid(decipher.update(block).toString("hex"));
    },
  };
}

function asUuid(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
