import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";

/** Ids for outside: sealed for one party, so that they tell no order, time or count, and nothing to anybody else (P1). */
export type SealIds = {
  /** The sealed form of an inner id, 22 characters, the same for the same party each time. */
  seal(id: string, forPartyId: string): string;
  /** The inner id; whatever was not sealed for that party comes out as an id that no row has. */
  open(sealed: string, forPartyId: string): string;
};

const NOBODY = "00000000-0000-0000-0000-000000000000";
const KEYS_KEPT_MAX = 10_000;

/**
 * Seals by one AES block: an id is just as long as a block, so nothing is stored and nothing can collide. Each party
 * has a key of its own, so that two of them cannot compare what they hold.
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
