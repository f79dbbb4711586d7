import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** Sets the headers that every answer carries. `isSecure` says whether people reach Parley by https. */
export function setSecurityHeaders(response: ServerResponse, isSecure: boolean): void {
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("referrer-policy", "no-referrer");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()");
  response.setHeader("cross-origin-opener-policy", "same-origin");
  if (isSecure) response.setHeader("strict-transport-security", "max-age=31536000; includeSubDomains");
}

/**
 * Sets the content security policy of a console page, with a fresh nonce. Next reads the nonce from the request's
 * header and puts it on its scripts, so the header is set on both sides. No cache may keep a page with a nonce.
 */
export function setPagePolicy(request: IncomingMessage, response: ServerResponse, isDevelopment: boolean): void {
  const nonce = randomBytes(16).toString("base64");
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Styles that libraries set on elements cannot carry a nonce.
    `style-src 'self' 'unsafe-inline'`,
    "img-src 'self' blob: data:",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "font-src 'self'",
    "manifest-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  request.headers["content-security-policy"] = policy;
  response.setHeader("content-security-policy", policy);
  response.setHeader("x-frame-options", "DENY");
}
