import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import superjson, { type SuperJSONResult } from "superjson";
import type { RepEvent } from "@/contract/live/repEvent";
import type { AppRouter } from "@/server/trpc/appRouter";
import type { DeskStream } from "./deskStream";

type Inputs = inferRouterInputs<AppRouter>;
type Outputs = inferRouterOutputs<AppRouter>;
type At<Tree, P> = P extends `${infer Room}.${infer Name}`
  ? Room extends keyof Tree
    ? Name extends keyof Tree[Room]
      ? Tree[Room][Name]
      : never
    : never
  : never;

/** A procedure by its path, such as `interaction.post`. */
export type Path = { [Room in keyof Outputs]: `${Room}.${Extract<keyof Outputs[Room], string>}` }[keyof Outputs];
export type Answer<P extends Path> = (input: At<Inputs, P>) => At<Outputs, P>;

/** Thrown by an answer: the procedure refuses, with this code and status. */
export class Refusal extends Error {
  readonly status: number;

  constructor(code: string, status = 409) {
    super(code);
    this.status = status;
  }
}

export type DeskServer = ReturnType<typeof createDeskServer>;

/**
 * The server as a page of the desk sees it. It answers procedures in batches, and sends events to streams.
 * A procedure without an answer fails, and so does everything while the network is cut.
 */
export function createDeskServer() {
  const answers = new Map<string, (input: never) => unknown>();
  const gates = new Map<string, Promise<void>>();
  const asked: { path: string; input: unknown }[] = [];
  const streams = new Set<DeskStream>();
  let head = 1;
  let isReachable = true;

  const refuseWhileCutOff = () => {
    if (!isReachable) throw new TypeError("Failed to fetch");
  };

  async function answerTo(path: string, written: SuperJSONResult | undefined) {
    const input = written === undefined ? undefined : superjson.deserialize(written);
    asked.push({ path, input });
    await gates.get(path);
    const answer = answers.get(path);
    if (!answer) throw new Error(`this server has no answer to ${path}`);
    try {
      return { result: { data: superjson.serialize(answer(input as never)) } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const data = { code: "CONFLICT", httpStatus: error.status, facts: {}, fields: [] };
      return { error: superjson.serialize({ message: error.message, code: -32_000, data }) };
    }
  }

  return {
    /** Sets the answer of a procedure from now on. */
    answer<P extends Path>(path: P, answer: Answer<P>): void {
      answers.set(path, answer);
    },
    /** Holds back the answers of a procedure until the returned function is called. */
    holdBack(path: Path): () => void {
      let release = () => {};
      gates.set(
        path,
        new Promise((resolve) => {
          release = resolve;
        }),
      );
      return () => {
        gates.delete(path);
        release();
      };
    },
    /** The inputs of all calls of a procedure that have arrived, in order. */
    inputsOf<P extends Path>(path: P): At<Inputs, P>[] {
      return asked.filter((call) => call.path === path).map(({ input }) => input as At<Inputs, P>);
    },
    /** The position of a page that is read now. */
    asOf: () => `mia.${head}`,
    /** Tells every open stream of an event, under the next position. */
    tell(event: RepEvent): void {
      head += 1;
      for (const stream of streams) stream.tell(`mia.${head}`, event);
    },
    /** Cuts the network: nothing arrives, and streams break. */
    cutOff(): void {
      isReachable = false;
      for (const stream of streams) stream.break();
    },
    /** Restores the network. Streams open by themselves. */
    comeBack(): void {
      isReachable = true;
      for (const stream of streams) stream.open();
    },
    /** Takes a stream that a page opens. */
    accept(stream: DeskStream): void {
      streams.add(stream);
      setTimeout(() => (isReachable ? stream.open() : stream.break()), 0);
    },
    /** Replaces the browser's `fetch`. */
    async fetch(address: string | URL | Request, init?: RequestInit): Promise<Response> {
      refuseWhileCutOff();
      const { pathname, searchParams } = new URL(String(address), "http://desk.test");
      const body = init?.method === "POST" ? String(init.body) : (searchParams.get("input") ?? "{}");
      const inputs: Record<string, SuperJSONResult> = JSON.parse(body);
      const paths = pathname.replace("/api/trpc/", "").split(",");
      const parts = await Promise.all(paths.map((path, index) => answerTo(path, inputs[index])));
      // The network may have gone while the answer was on its way.
      refuseWhileCutOff();
      return Response.json(parts);
    },
  };
}
