"use client";

import { useState } from "react";

export type SignInRefusal = "wrong" | "too_many_requests" | "unreachable" | "unavailable";

/** Signs in by e-mail and password. Calls `onDone` on success; otherwise `refusal` says why not. */
export function useSignIn(onDone: () => void) {
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const signIn = async (email: string, password: string): Promise<SignInRefusal | null> => {
    setIsBusy(true);
    setRefusal(null);
    const refused = await tryToSignIn(email, password);
    setRefusal(refused);
    // After a success the button stays busy until the page is left.
    if (refused) setIsBusy(false);
    else onDone();
    return refused;
  };
  return { signIn, isBusy, refusal };
}

const DATABASE_AWAY = 503;
/** Refusals that the server names by these codes. */
const CODES = ["too_many_requests", "unavailable"] as const;

async function tryToSignIn(email: string, password: string): Promise<SignInRefusal | null> {
  const { signIn } = await import("next-auth/react");
  try {
    // If its routes do not answer, next-auth leaves the page, and what was typed is lost.
    const routes = await fetch("/api/auth/providers");
    if (!routes.ok) return routes.status === DATABASE_AWAY ? "unavailable" : "unreachable";
    const answer = await signIn("credentials", { redirect: false, email: email.trim(), password });
    if (answer?.ok && !answer.error) return null;
    if (answer?.error === "CredentialsSignin") return "wrong";
    return CODES.find((code) => code === answer?.error) ?? "unreachable";
  } catch {
    // fetch and signIn throw only when no answer came.
    return "unreachable";
  }
}
