import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { Transform } from "node:stream";
import { IMPORTED_BYTES_MAX } from "@/contract/inputs/limits";
import { DomainError } from "@/domain/errors";
import { defusedCell } from "@/domain/text/defusedCell";
import type { Viewer } from "../../auth/viewers";
import { importExamples } from "../../classifier/commands/importExamples";
import { exampleRows } from "../../classifier/queries/exampleRows";
import type { Deps } from "../../deps";
import { recordAct } from "../../organization/commands/recordAct";
import type { ProcessDeps } from "../../processDeps";
import { httpContext } from "../../trpc/context";
import { answerJson } from "../answers/answerJson";
import { refuseRequest } from "../answers/refuseRequest";
import { isSameOrigin } from "../guards/isSameOrigin";
import { isEncoded } from "../guards/readBounded";

type Of = { process: ProcessDeps; address: string };

/** Imports and exports labelled examples as CSV, for administrators only. `rest` is empty for the import. */
export async function serveExamples(
  request: IncomingMessage,
  response: ServerResponse,
  rest: string,
  { process, address }: Of,
): Promise<void> {
  response.setHeader("cache-control", "private, no-store");
  const isImport = rest === "";
  if (isImport && !isSameOrigin(request)) return refuseRequest(request, response, 403, "wrong_origin");
  const viewer = await httpContext(process, request, response, address).viewer();
  if (viewer === null) return refuseRequest(request, response, 401, "not_signed_in");
  if (viewer.role !== "administrator") return refuseRequest(request, response, 403, "not_allowed");
  return isImport
    ? takeExamples(request, response, viewer, process.deps)
    : giveExamples(response, viewer, process.deps);
}

async function takeExamples(
  request: IncomingMessage,
  response: ServerResponse,
  { pov }: Viewer,
  deps: Deps,
): Promise<void> {
  // A form of another site cannot send this type.
  if (request.headers["content-type"]?.split(";")[0]?.trim() !== "text/csv")
    return refuseRequest(request, response, 415, "unsupported_media_type");
  if (isEncoded(request)) return refuseRequest(request, response, 415, "unsupported_media_type");
  if (Number(request.headers["content-length"] ?? 0) > IMPORTED_BYTES_MAX)
    return refuseRequest(request, response, 413, "too_large");
  if (request.headers.expect !== undefined) response.writeContinue();
  try {
    const outcome = await importExamples(pov, boundedBody(request), deps, request.headers["accept-language"]);
    if (!request.complete) response.setHeader("connection", "close");
    answerJson(response, outcome.outcome === "imported" ? 200 : 422, outcome);
  } catch (error) {
    if (error instanceof DomainError) return refuseRequest(request, response, 413, error.code);
    // If the client has disconnected, there is nobody to answer.
    if (!request.destroyed) throw error;
  }
}

/** The body, up to its bound. It fails when the sender disconnects, instead of waiting for ever. */
function boundedBody(request: IncomingMessage): Transform {
  let bytes = 0;
  const body = new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      bytes += chunk.length;
      pass(bytes > IMPORTED_BYTES_MAX ? new DomainError("too_large") : null, chunk);
    },
  });
  request.once("close", () => request.complete || body.destroy(new Error("the sender has disconnected")));
  return request.pipe(body);
}

async function giveExamples(response: ServerResponse, { pov }: Viewer, deps: Deps): Promise<void> {
  await recordAct(pov, { verb: "classifier_examples_exported", objectKind: "classifier", facts: {} }, deps);
  response.writeHead(200, {
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="examples.csv"',
  });
  response.write("text,category\r\n");
  for await (const { text, category } of exampleRows(pov, deps)) {
    if (response.destroyed) return;
    if (!response.write(`${cell(text)},${cell(category)}\r\n`))
      await Promise.race([once(response, "drain"), once(response, "close")]);
  }
  response.end();
}

function cell(text: string): string {
  return `"${defusedCell(text).replaceAll('"', '""')}"`;
}
