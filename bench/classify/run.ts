import { writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { table } from "../report/table";
import { type ClassifyOptions, classifyOptions } from "./classifyOptions";
import { answerTable, classifyLimits, type MeasuredSet, outOfScopeTable, workTable } from "./classifyTables";
import { dataSets } from "./dataSet";
import { measureSet } from "./measureSet";
import { measureWork } from "./measureWork";

/** Measures the sets that exist, prints the figures next to their limits, and writes them to a file if asked. */
function run({ dataFolder, named, folds, jsonFile }: ClassifyOptions): void {
  const sets = dataSets(dataFolder, named);
  if (sets.length === 0) {
    console.log(
      `There are no data in ${dataFolder}, so nothing is measured. bench/README.md says which files belong there.`,
    );
    return;
  }
  console.log(`${cpus()[0]?.model ?? "unknown"}, ${cpus().length} cores, Node ${process.versions.node}`);
  console.log(`Load before: ${loadavg()[0]?.toFixed(1)}. Times of fits are processor time.`);
  const measured: MeasuredSet[] = sets.map((set) => {
    console.log(`${set.name} …`);
    return { set, answers: measureSet(set, folds), work: measureWork(set) };
  });
  const limits = classifyLimits(measured);
  const limitRows = limits.map(({ name, figure, limit, isMet }) => [name, figure, limit, isMet ? "met" : "MISSED"]);
  const tables = [answerTable(measured), outOfScopeTable(measured), workTable(measured)];
  console.log(`\n${[...tables, table(["figure", "measured", "limit", ""], limitRows)].filter(Boolean).join("\n\n")}`);
  if (jsonFile !== undefined) {
    const figures = measured.map(({ set: { name }, answers, work }) => ({ name, answers, work }));
    writeFileSync(jsonFile, `${JSON.stringify({ figures, limits }, null, 2)}\n`);
  }
}

try {
  run(classifyOptions(process.argv.slice(2)));
} catch (error) {
  const isForeseen = error instanceof Error && "isForeseen" in error;
  console.error(isForeseen ? error.message : error);
  process.exitCode = 1;
}
