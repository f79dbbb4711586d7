import { TRPCClientError, type TRPCLink } from "@trpc/client";
import { tap } from "@trpc/server/observable";
import type { AppRouter } from "@/server/trpc/appRouter";
import { errorCodeOf } from "../errors/errorCodeOf";

/** Whose session the browser has: still the viewer's ("held"), nobody's ("over"), or that of somebody else. */
export type Session = { state: "held" } | { state: "over" } | { state: "other"; name: string };

export type PageViewer = {
  /** The party that this page was drawn for; null until the server has said. */
  id: () => string | null;
  /** The first call decides; later ones change nothing. */
  drawFor: (partyId: string) => void;
  setSession: (session: Session) => void;
  setDatabaseAway: (isAway: boolean) => void;
};

const WHO_IS_LOOKING = "me.get";

/** Watches every answer and reports when the session is over or somebody else's, whichever call finds out. */
export function viewerLink(viewer: PageViewer): TRPCLink<AppRouter> {
  return () =>
    ({ next, op }) =>
      next(op).pipe(
        tap({
          next({ result }) {
            viewer.setDatabaseAway(false);
            if (op.path !== WHO_IS_LOOKING || !("data" in result)) return;
            const partyId = partyIdIn(result.data);
            if (partyId === null) return;
            viewer.drawFor(partyId);
            viewer.setSession({ state: "held" });
          },
          error(error) {
            viewer.setDatabaseAway(errorCodeOf(error) === "unavailable");
            const session = sessionAfter(error);
            if (session) viewer.setSession(session);
          },
        }),
      );
}

/** What an error says about the session; null if it says nothing. */
export function sessionAfter(error: unknown): Session | null {
  const code = errorCodeOf(error);
  if (code === "not_signed_in") return { state: "over" };
  if (code === "other_viewer") return { state: "other", name: nameIn(error) };
  return null;
}

function nameIn(error: unknown): string {
  const name = error instanceof TRPCClientError ? error.data?.facts?.name : undefined;
  return typeof name === "string" ? name : "";
}

function partyIdIn(data: unknown): string | null {
  return typeof data === "object" && data !== null && "partyId" in data && typeof data.partyId === "string"
    ? data.partyId
    : null;
}
