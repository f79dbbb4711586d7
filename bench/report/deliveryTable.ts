import type { DeliveryFigures } from "../parts/measureDelivery";
import { atMost, type LimitCheck, rounded } from "./limit";
import { table } from "./table";

const P50_MS_MOST = 20;
const P99_MS_MOST = 80;

/** The table of part b. */
export function deliveryTable({ streams, perSecond, parley, peer }: DeliveryFigures): string {
  const ratio = (a: number, b: number) => rounded(a / b);
  return [
    `(b) From the start of a send to the other side's stream: ${perSecond} messages/s, ${streams} open streams, ${parley.sent} sent, ${parley.lost} not seen`,
    table(
      ["", "p50 ms", "p99 ms"],
      [
        ["Parley", rounded(parley.p50Ms), rounded(parley.p99Ms)],
        ["  to a rep's stream", "", rounded(parley.toRepP99Ms)],
        ["  to a customer's stream", "", rounded(parley.toCustomerP99Ms)],
        ["  until the sender's answer", rounded(parley.answerP50Ms), ""],
        ["PostgreSQL, commit to notify", rounded(peer.p50Ms), rounded(peer.p99Ms)],
        ["ratio", ratio(parley.p50Ms, peer.p50Ms), ratio(parley.p99Ms, peer.p99Ms)],
      ],
    ),
  ].join("\n");
}

/** The limits of part b. */
export function deliveryLimits({ parley }: DeliveryFigures): LimitCheck[] {
  return [
    atMost("delivery p50", parley.p50Ms, P50_MS_MOST, " ms"),
    atMost("delivery p99", parley.p99Ms, P99_MS_MOST, " ms"),
    atMost("messages not seen", parley.lost, 0, ""),
  ];
}
