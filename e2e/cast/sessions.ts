import type { APIRequest, BrowserContextOptions } from "@playwright/test";
import { BASE_URL } from "./addresses";
import { PEOPLE, type PersonKey } from "./people";

type StorageState = Exclude<BrowserContextOptions["storageState"], string | undefined>;

export type Sessions = { of(person: PersonKey): Promise<StorageState> };

/** Signs each person in once, so that all their browsers start signed in. Stories about signing in do it themselves. */
export function createSessions(request: APIRequest): Sessions {
  const known = new Map<PersonKey, Promise<StorageState>>();
  return {
    of(person) {
      const state = known.get(person) ?? signIn(request, person);
      known.set(person, state);
      return state;
    },
  };
}

async function signIn(request: APIRequest, person: PersonKey): Promise<StorageState> {
  const { email, password } = PEOPLE[person];
  const visitor = await request.newContext({ baseURL: BASE_URL });
  const { csrfToken } = await (await visitor.get("/api/auth/csrf")).json();
  await visitor.post("/api/auth/callback/credentials", { form: { csrfToken, email, password, json: "true" } });
  const state = await visitor.storageState();
  await visitor.dispose();
  return state;
}
