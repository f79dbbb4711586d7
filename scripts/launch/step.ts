/** Runs `work` and prints one line: the title at the start, and the seconds at the end. */
export async function step<Result>(title: string, work: () => Promise<Result>): Promise<Result> {
  process.stdout.write(`${title} …`);
  const startedMs = Date.now();
  try {
    const result = await work();
    process.stdout.write(` ${secondsSince(startedMs)} s\n`);
    return result;
  } catch (error) {
    process.stdout.write(" failed\n");
    throw error;
  }
}

function secondsSince(startedMs: number): string {
  const seconds = (Date.now() - startedMs) / 1000;
  return seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0);
}
