import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { ForeseenFailure } from "../launch/foreseenFailure";

/** What to play, and into which server. */
export interface TrafficOptions {
  /** Undefined without --url, which means the server of this clone. */
  readonly url: string | undefined;
  /** New customers in each second. */
  readonly rate: number;
  /** How long new customers come. With a file of messages they come until all rows are sent. */
  readonly durationMs: number;
  readonly messagesFile: string | undefined;
  readonly seed: number;
  readonly widgetKey: string | undefined;
  /** The most customers in the whole run. */
  readonly limit: number;
}

const RATE_MAX = 100;
const DURATION_SECONDS_MAX = 86_400;
const LOOPBACK_HOSTS = ["localhost", "127.0.0.1", "[::1]"];

/** How to call the command. */
export const TRAFFIC_USAGE = `npm run traffic -- [options]
  --url http://localhost:3000   another server than the one that this clone runs
  --rate 5                      new customers a second
  --duration 120                seconds in which new customers come
  --messages FILE.csv           first messages from the column "text", one customer each, until all were sent
  --limit N                     at most N customers
  --seed 1                      another seed plays other customers
  --widget pk_…                 the customers of this widget only
  --yes-this-is-my-server       allows a server on another machine`;

/** Reads the command line. @throws ForeseenFailure that says what is wrong with it */
export function trafficOptions(words: readonly string[]): TrafficOptions {
  const values = readWords(words);
  const messagesFile = values.messages;
  if (messagesFile !== undefined && !existsSync(messagesFile)) {
    throw new ForeseenFailure(`There is no file ${messagesFile}.`);
  }
  return {
    url: values.url === undefined ? undefined : serverUrl(values.url, values["yes-this-is-my-server"]),
    rate: numberBetween("rate", values.rate, 0.01, RATE_MAX),
    durationMs: numberBetween("duration", values.duration, 1, DURATION_SECONDS_MAX) * 1000,
    messagesFile,
    seed: numberBetween("seed", values.seed, 0, 2 ** 31),
    widgetKey: values.widget,
    limit: values.limit === undefined ? Number.POSITIVE_INFINITY : numberBetween("limit", values.limit, 1, 1_000_000),
  };
}

function readWords(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        url: { type: "string" },
        rate: { type: "string", default: "5" },
        duration: { type: "string", default: "120" },
        messages: { type: "string" },
        limit: { type: "string" },
        seed: { type: "string", default: "1" },
        widget: { type: "string" },
        "yes-this-is-my-server": { type: "boolean", default: false },
      },
    }).values;
  } catch (error) {
    throw new ForeseenFailure(`${error instanceof Error ? error.message : error}\n\n${TRAFFIC_USAGE}`);
  }
}

/** Invented customers must not reach somebody's real queues by mistake, so another machine needs one more option. */
function serverUrl(text: string, isOwnServer: boolean): string {
  if (!URL.canParse(text)) throw new ForeseenFailure(`--url ${text} is not an address.`);
  const url = new URL(text);
  if (!LOOPBACK_HOSTS.includes(url.hostname) && !isOwnServer) {
    throw new ForeseenFailure(
      `${url.hostname} is another machine. Traffic writes invented customers into its queues; add --yes-this-is-my-server if that is what you want.`,
    );
  }
  return url.origin;
}

function numberBetween(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (text.trim() !== "" && number >= least && number <= most) return number;
  throw new ForeseenFailure(`--${name} is a number from ${least} to ${most}, not “${text}”.`);
}
