import { DRAWN_FOR_HEADER } from "@/contract/views/drawnFor";

type Fetch = (address: string, init?: RequestInit) => Promise<Response>;

/**
 * Ends the session of this page's viewer in this browser; resolves to false where it is somebody else's by now, which
 * goes on, or where no answer came.
 */
export async function endSession(viewerId: string, send: Fetch): Promise<boolean> {
  try {
    const { csrfToken } = await (await send("/api/auth/csrf")).json();
    const answer = await send("/api/auth/signout", {
      method: "POST",
      headers: { [DRAWN_FOR_HEADER]: viewerId },
      body: new URLSearchParams({ csrfToken, json: "true" }),
    });
    return answer.ok;
  } catch {
    return false;
  }
}
