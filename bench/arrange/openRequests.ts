import { randomUUID } from "node:crypto";
import { tokenIn } from "../load/loadRequests";
import { openCaller } from "../load/openCaller";

const AT_ONCE = 4;

/** Lets new customers write their first messages. Returns their credentials in order. @throws if one is refused */
export async function openRequests(url: string, key: string, count: number, opening: string): Promise<string[]> {
  const caller = openCaller(url);
  const one = async () => {
    const token = tokenIn((await caller.post("customer.begin", JSON.stringify({ json: { key } }), {})) ?? "");
    const body = JSON.stringify({ json: { key, clientId: randomUUID(), body: opening } });
    const posted = token && (await caller.post("customer.post", body, { authorization: `Visitor ${token}` }));
    if (!token || !posted) throw new Error(`A request could not be opened: ${JSON.stringify(caller.errors)}`);
    return token;
  };
  const tokens: string[] = [];
  while (tokens.length < count) {
    const some = Math.min(AT_ONCE, count - tokens.length);
    tokens.push(...(await Promise.all(Array.from({ length: some }, one))));
  }
  return tokens;
}
