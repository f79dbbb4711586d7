"use client";

import { useState } from "react";

export type SignInRefusal = "wrong" | "too_many_requests" | "unreachable" | "unavailable";

/** Signs in by e-mail and password; calls `onDone` when it worked, else tells why not. */
export function useSignIn(onDone: () => void) {
  const [isBusy, setIsBusy] = useState(false);
  const [refusal, setRefusal] = useState<SignInRefusal | null>(null);
  const signIn = async (email: string, password: string): Promise<SignInRefusal | null> => {
    setIsBusy(true);
    setRefusal(null);
    const refused = await tryToSignIn(email, password);
    setRefusal(refused);
    // Once it worked the page is on its way out: the button stays busy until then.
    if (refused) setIsBusy(false);
    else onDone();
    return refused;
  };
  return { signIn, isBusy, refusal };
}

const DATABASE_AWAY = 503;
/** What the server says of an attempt in these words. */
const CODES = ["too_many_requests", "unavailable"] as const;

async function tryToSignIn(email: string, password: string): Promise<SignInRefusal | null> {
  const { signIn } = await import("next-auth/react");
  try {
    // next-auth leaves the page, with what was typed, where its routes do not answer.
    const routes = await fetch("/api/auth/providers");
    if (!routes.ok) return routes.status === DATABASE_AWAY ? "unavailable" : "unreachable";
    const answer = await signIn("credentials", { redirect: false, email: email.trim(), password });
    if (answer?.ok && !answer.error) return null;
    if (answer?.error === "CredentialsSignin") return "wrong";
    return CODES.find((code) => code === answer?.error) ?? "unreachable";
  } catch {
    // It throws only when no answer came.
    return "unreachable";
  }
}
