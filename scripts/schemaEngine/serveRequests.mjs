import { createInterface } from "node:readline";
import { lastPanicMessage } from "./wasmEngine.mjs";

/** The native engine reports every failure of a method under this code. */
const METHOD_FAILED = 4466;

/** Answers Prisma's requests, one per line of stdin, until stdin ends and all of them are answered. */
export async function serveRequests(createEngine) {
  let engine;
  const engineOnce = () => {
    engine ??= createEngine();
    return engine;
  };
  const answers = [];
  process.on("uncaughtException", failUnanswered);
  for await (const line of createInterface({ input: process.stdin })) {
    const request = line.trim() ? JSON.parse(line) : {};
    // Lines without a method are Prisma's answers to our own `print` requests.
    if (request.method) answers.push(answer(request, engineOnce));
  }
  await Promise.all(answers);
}

const unansweredIds = new Set();

async function answer({ id, method, params }, engineOnce) {
  unansweredIds.add(id);
  try {
    send({ id, result: (await callMethod(id, method, params, engineOnce)) ?? null });
  } catch (error) {
    if (process.env.DEBUG) process.stderr.write(`${error?.stack ?? error}\n`);
    send({ id, error: describeFailure(error) });
  }
  unansweredIds.delete(id);
}

/** A panic inside the engine ends no method. Without an answer Prisma would take the silence for success. */
function failUnanswered(error) {
  for (const id of unansweredIds) send({ id, error: describeFailure(error) });
  process.stderr.write(`${error?.stack ?? error}\n`, () => process.exit(1));
}

async function callMethod(id, method, params, engineOnce) {
  if (method === "createDatabase") throw new Error("createDatabase is a command, not a method, of this engine");
  if (method === "getDatabaseDescription") return "";
  const engine = await engineOnce();
  if (method === "getDatabaseVersion") return engine.version(params);
  const result = await engine[method](params);
  return method === "diff" ? printDiff(id, result) : result;
}

/** The native engine sends the script of a comparison in a request to print it. The WebAssembly engine returns it. */
function printDiff(id, result) {
  if (result?.stdout === undefined || result.stdout === null) return result;
  send({ id: `print-${id}`, method: "print", params: { content: result.stdout } });
  return { ...result, stdout: null };
}

function describeFailure(error) {
  return {
    code: METHOD_FAILED,
    message: "An error happened. Check the data field for details.",
    data: {
      is_panic: error?.name === "RuntimeError",
      message: lastPanicMessage() || String(error?.message ?? error),
      error_code: error?.code ?? null,
      meta: error?.meta ?? null,
    },
  };
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
}
