import { writeFileSync } from "node:fs";
import { Pool } from "pg";
import { benchServerUrl } from "./arrange/benchDatabase";
import { type BenchOptions, type BenchPart, benchOptions } from "./benchOptions";
import { measureBodies } from "./parts/measureBodies";
import { measureDelivery } from "./parts/measureDelivery";
import { measureGrowth } from "./parts/measureGrowth";
import { measureIdle } from "./parts/measureIdle";
import { measureThroughput } from "./parts/measureThroughput";
import { bodiesLimits, bodiesTable } from "./report/bodiesTable";
import { deliveryLimits, deliveryTable } from "./report/deliveryTable";
import { growthLimits, growthTable } from "./report/growthTable";
import { idleLimits, idleTable } from "./report/idleTable";
import type { LimitCheck } from "./report/limit";
import { type MachineFacts, machineFacts } from "./report/machineFacts";
import { table } from "./report/table";
import { throughputLimits, throughputTables } from "./report/throughputTables";

interface Measured {
  readonly figures: object;
  readonly limits: readonly LimitCheck[];
}

const BUSY_LOAD = 0.5;

const MEASURE: Record<BenchPart, (serverUrl: string, options: BenchOptions) => Promise<Measured>> = {
  async a(serverUrl, options) {
    const figures = await measureThroughput(serverUrl, options);
    console.log(`\n${throughputTables(figures)}`);
    return { figures, limits: throughputLimits(figures) };
  },
  async b(serverUrl, options) {
    const figures = await measureDelivery(serverUrl, options);
    console.log(`\n${deliveryTable(figures)}`);
    return { figures, limits: deliveryLimits(figures) };
  },
  async c(serverUrl, options) {
    const figures = await measureGrowth(serverUrl, options);
    console.log(`\n${growthTable(figures)}`);
    return { figures, limits: growthLimits(figures) };
  },
  async d(serverUrl, options) {
    const figures = await measureIdle(serverUrl, options);
    console.log(`\n${idleTable(figures)}`);
    return { figures, limits: idleLimits(figures) };
  },
  async e(serverUrl, options) {
    const figures = await measureBodies(serverUrl, options);
    console.log(`\n${bodiesTable(figures)}`);
    return { figures, limits: bodiesLimits(figures) };
  },
};

/**
 * Measures the parts that the command line names, prints each once it is done, and writes the figures to a file if
 * asked.
 */
export async function runBench(words: readonly string[]): Promise<void> {
  const options = benchOptions(words);
  const serverUrl = await benchServerUrl();
  const machine = await factsOf(serverUrl);
  console.log(`${machine.processor}, ${machine.cores} cores, Node ${machine.node}, PostgreSQL ${machine.postgres}`);
  if (machine.loadBefore > BUSY_LOAD) {
    console.log(
      `The machine is busy with other things (load ${machine.loadBefore.toFixed(1)}): figures per second and of time are worse than they could be.`,
    );
  }
  const startedAt = new Date();
  const parts: Partial<Record<BenchPart, object>> = {};
  const limits: LimitCheck[] = [];
  for (const part of options.parts) {
    const measured = await MEASURE[part](serverUrl, options);
    parts[part] = measured.figures;
    limits.push(...measured.limits);
  }
  console.log(`\n${limitTable(limits)}`);
  if (options.jsonFile) {
    writeFileSync(options.jsonFile, `${JSON.stringify({ startedAt, machine, parts, limits }, null, 2)}\n`);
  }
}

async function factsOf(serverUrl: string): Promise<MachineFacts> {
  const pool = new Pool({ connectionString: serverUrl, max: 1 });
  try {
    return await machineFacts(pool);
  } finally {
    await pool.end();
  }
}

function limitTable(limits: readonly LimitCheck[]): string {
  return table(
    ["figure", "measured", "limit", ""],
    limits.map(({ name, figure, limit, isMet }) => [name, figure, limit, isMet ? "met" : "MISSED"]),
  );
}
