const OWN_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]", ""]);

/** Whether a database runs on this machine: by loopback, or by a socket in a folder. */
export function isOwnDatabase(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  const socketFolder = searchParams.get("host");
  return socketFolder === null ? OWN_HOSTS.has(hostname) : socketFolder.startsWith("/") || OWN_HOSTS.has(socketFolder);
}
