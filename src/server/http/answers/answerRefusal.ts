import type { ServerResponse } from "node:http";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import type { DomainError } from "@/domain/errors";
import { toTrpcError } from "../../trpc/trpcErrors";
import { answerJson } from "./answerJson";

/** Answers with a refusal's code and facts, by the same status as a procedure that refuses. A body that is still on its way is not waited for. */
export function answerRefusal(response: ServerResponse, error: DomainError): void {
  response.setHeader("connection", "close");
  answerJson(response, getHTTPStatusCodeFromError(toTrpcError(error)), { code: error.code, facts: error.facts });
}
