import { ForeseenFailure } from "../launch/foreseenFailure";

const ASK_BUDGET_MS = 10_000;

/** What is known of the server before it is called. */
export interface KnownServer {
  /** The value of --url. */
  readonly url: string | undefined;
  /** The value of PORT. */
  readonly askedPort: string | undefined;
  /** The port of this clone's server; undefined if none runs. */
  readonly runningPort: number | undefined;
}

/**
 * Returns the address of the server to play into: that of --url, or this clone's own.
 *
 * @throws ForeseenFailure if there is none, if PORT names another one, if it does not answer, or if it is not the demo
 */
export async function serverToPlay(known: KnownServer): Promise<string> {
  const url = known.url ?? `http://localhost:${ownPort(known)}`;
  await refuseUnlessDemo(url);
  return url;
}

function ownPort({ askedPort, runningPort }: KnownServer): number {
  if (runningPort === undefined) {
    throw new ForeseenFailure(
      "No server of this clone runs. Start one by npm start, or name another server: npm run traffic -- --url http://localhost:3000",
    );
  }
  if (askedPort && Number(askedPort) !== runningPort) {
    throw new ForeseenFailure(
      `This clone's server listens on port ${runningPort}, but PORT is ${askedPort}. Unset PORT, or name the other server: npm run traffic -- --url http://localhost:${askedPort}`,
    );
  }
  return runningPort;
}

/** Only the demo redirects /demo to its shop page. */
async function refuseUnlessDemo(url: string): Promise<void> {
  const answer = await fetch(`${url}/demo`, { redirect: "manual", signal: AbortSignal.timeout(ASK_BUDGET_MS) }).catch(
    () => undefined,
  );
  if (answer === undefined) throw new ForeseenFailure(`No server answers at ${url}.`);
  await answer.body?.cancel();
  if (answer.status !== 302) {
    throw new ForeseenFailure(
      `The server at ${url} does not run the demo. Traffic plays the demo's customers and reps, and never writes into anything else.`,
    );
  }
}
