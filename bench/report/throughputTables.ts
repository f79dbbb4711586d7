import type { ThroughputFigures, ThroughputLevel } from "../parts/measureThroughput";
import { atLeast, type LimitCheck, rounded } from "./limit";
import { table } from "./table";

const MESSAGES_LEAST = 1_050;
const MESSAGES_RATIO_LEAST = 0.3;
const REQUESTS_LEAST = 210;

/** The tables of part a. */
export function throughputTables({ messages, requests }: ThroughputFigures): string {
  return [
    "(a) Messages per second: interaction.post, a rep's replies to customers",
    levelTable(messages),
    "",
    "(a) New routed requests per second: customer.begin and customer.post, half to a rep, half to a team's queue",
    levelTable(requests),
  ].join("\n");
}

/** The limits of part a, for the largest number of clients. The ratio is to the fastest peer. */
export function throughputLimits({ messages, requests }: ThroughputFigures): LimitCheck[] {
  const [message, request] = [messages.at(-1), requests.at(-1)];
  if (!message || !request) return [];
  const ratio = Math.min(...message.peers.map((peer) => peer.ratio));
  const { perSecond } = message.parley;
  return [
    {
      name: `messages with ${message.clients} clients`,
      figure: `${rounded(perSecond)}/s, ratio ${rounded(ratio)}`,
      limit: `≥ ${rounded(MESSAGES_LEAST)}/s or ratio ≥ ${MESSAGES_RATIO_LEAST}`,
      isMet: perSecond >= MESSAGES_LEAST || ratio >= MESSAGES_RATIO_LEAST,
    },
    atLeast(`new routed requests with ${request.clients} clients`, request.parley.perSecond, REQUESTS_LEAST, "/s"),
  ];
}

function levelTable(levels: readonly ThroughputLevel[]): string {
  const peers = levels[0]?.peers ?? [];
  return table(
    [
      "clients",
      "Parley /s",
      "p50 ms",
      "p99 ms",
      "errors",
      "server ms each",
      "PostgreSQL ms each",
      "load ms each",
      ...peers.flatMap(({ name, tool }) => [`${tool}, ${name} /s`, "ratio"]),
    ],
    levels.map(({ clients, parley, processor, peers: figures }) => [
      String(clients),
      rounded(parley.perSecond),
      rounded(parley.p50Ms),
      rounded(parley.p99Ms),
      String(Object.values(parley.errors).reduce((sum, count) => sum + count, 0)),
      processor ? rounded(processor.serverMs) : "?",
      processor ? rounded(processor.postgresMs) : "?",
      rounded((parley.generatorCoreShare * 1000) / parley.perSecond),
      ...figures.flatMap(({ perSecond, ratio }) => [rounded(perSecond), rounded(ratio)]),
    ]),
  );
}
