/** Runs one piece of work and prints its title at the start and its seconds at the end, as one plain line. */
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
