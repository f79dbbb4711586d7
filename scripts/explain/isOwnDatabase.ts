const OWN_HOSTS = new Set(["localhost", "127.0.0.1", "[::1]", ""]);

/** Tells whether a database runs on this machine: its address is a loopback name or a socket in a folder. */
export function isOwnDatabase(databaseUrl: string): boolean {
  const { hostname, searchParams } = new URL(databaseUrl);
  const socketFolder = searchParams.get("host");
  return socketFolder === null ? OWN_HOSTS.has(hostname) : socketFolder.startsWith("/") || OWN_HOSTS.has(socketFolder);
}
