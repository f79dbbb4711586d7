import { signIn } from "../../scripts/traffic/desk/signIn";
import type { BenchOrganization } from "./benchOrganization";

const AT_ONCE = 4;

/** Signs in people of the organization. Returns their cookies in the same order. */
export async function signInAll(
  url: string,
  people: readonly { email: string }[],
  { password }: BenchOrganization,
): Promise<string[]> {
  const cookies: string[] = [];
  for (let start = 0; start < people.length; start += AT_ONCE) {
    const some = people.slice(start, start + AT_ONCE);
    cookies.push(...(await Promise.all(some.map(({ email }) => signIn(url, { email, password })))));
  }
  return cookies;
}
