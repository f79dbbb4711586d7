/** The nonce that a content security policy lets scripts run by; undefined when it names none. */
export function nonceOfPolicy(policy: string | null): string | undefined {
  return policy?.match(/'nonce-([A-Za-z0-9+/_=-]+)'/)?.[1];
}
