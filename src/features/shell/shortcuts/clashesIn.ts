import type { CommandScope, Shortcut } from "./keymap";

/** Scopes whose commands can be reached at the same time. */
const TOGETHER: readonly (readonly CommandScope[])[] = [
  ["global", "queue", "conversation"],
  ["global", "board"],
  ["global", "settings"],
  ["composer"],
  ["invitation"],
  ["undecided"],
];

/** Pairs of commands that claim the same keys, each as "keys: one, other"; empty when every key has one meaning. */
export function clashesIn(keymap: Readonly<Record<string, Shortcut>>): string[] {
  const clashes = TOGETHER.flatMap((scopes) => {
    const claims = claimsIn(keymap, scopes);
    return claims.flatMap((claim, index) =>
      claims
        .slice(index + 1)
        .filter((other) => isPrefix(claim.keys, other.keys) || isPrefix(other.keys, claim.keys))
        .map((other) => `${claim.keys}: ${claim.id}, ${other.id}`),
    );
  });
  return [...new Set(clashes)];
}

function claimsIn(keymap: Readonly<Record<string, Shortcut>>, scopes: readonly CommandScope[]) {
  return Object.entries(keymap)
    .filter(([, { scope }]) => scopes.includes(scope))
    .flatMap(([id, { keys }]) => keys.map((each) => ({ id, keys: each })));
}

const isPrefix = (keys: string, other: string) => other === keys || other.startsWith(`${keys} `);
