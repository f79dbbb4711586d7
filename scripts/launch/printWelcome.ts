import { DEMO_LOG_INS } from "@/demo/logIns";
import type { Ports } from "./ports";

/** Prints the address of Parley, and for the demo its shop page and one log-in for each role. */
export function printWelcome({ port, demoPort }: Ports, isDemo: boolean): void {
  console.log(`\nParley runs at http://localhost:${port}`);
  if (isDemo) {
    console.log(`A shop page with the widget: http://localhost:${demoPort}/demo\n\nDemo log-ins:`);
    for (const line of table(
      DEMO_LOG_INS.map(({ organization, role, email, password }) => [organization, role, email, password]),
    )) {
      console.log(`  ${line}`);
    }
  }
  console.log("\nCtrl-C stops it.\n");
}

function table(rows: readonly (readonly string[])[]): string[] {
  const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(width(column)))
      .join("  ")
      .trimEnd(),
  );
}
