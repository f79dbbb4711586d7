import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Counts requests, and writes the metrics of this process as text. */
export type Metrics = {
  /** Counts one answered request. `route` is the name of a route, and never holds an id. */
  answered(route: string, status: number, durationMs: number): void;
  text(): Promise<string>;
  readonly contentType: string;
};

/** Collects the metrics of a process, in the format of Prometheus. No label holds an id, a name or a text. */
export function openMetrics(figures: { openStreams(): number; waitingForConnection(): number }): Metrics {
  const registers = [new Registry()];
  const [registry] = registers;
  if (!registry) throw new Error("a registry was just made");
  collectDefaultMetrics({ register: registry, prefix: "parley_" });
  const durations = new Histogram({
    name: "parley_http_request_seconds",
    help: "Time from a request to its answer",
    labelNames: ["route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  });
  new Gauge({
    name: "parley_live_streams",
    help: "Open live streams",
    registers,
    collect() {
      this.set(figures.openStreams());
    },
  });
  new Gauge({
    name: "parley_database_waiting",
    help: "Callers that wait for a database connection",
    registers,
    collect() {
      this.set(figures.waitingForConnection());
    },
  });
  return {
    answered: (route, status, durationMs) =>
      durations.observe({ route, status: `${Math.floor(status / 100)}xx` }, durationMs / 1_000),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
