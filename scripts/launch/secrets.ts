import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const SECRET_BYTES = 32;

/**
 * Makes the installation's secrets at the first start and keeps them from then on (mode 0600).
 * PARLEY_SECRETS_FILE names another file, for processes on several machines. Returns the file's absolute path.
 */
export function ensureSecretsFile(path = process.env.PARLEY_SECRETS_FILE ?? ".parley/secrets.json"): string {
  const absolutePath = resolve(path);
  if (!existsSync(absolutePath)) writeSecrets(absolutePath);
  return absolutePath;
}

/** Writes another file and renames it, so that a crash leaves all the secrets or none. */
function writeSecrets(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const secrets = { authSecret: newSecret(), idKey: newSecret() };
  writeFileSync(`${path}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString("base64url");
}
