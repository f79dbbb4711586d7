import { ForeseenFailure } from "./foreseenFailure";
import { isPortFree } from "./freePort";

const PORT_DEFAULT = 3000;
const PORT_MAX = 65_535;

/** The port of Parley, and the port of the demo shop page, which must be another origin. */
export interface Ports {
  readonly port: number;
  readonly demoPort: number;
}

/**
 * Reads PORT (default 3000) and DEMO_PORT (default the next one).
 *
 * @throws ForeseenFailure for a value that is not a port
 */
export function readPorts(environment: NodeJS.ProcessEnv = process.env): Ports {
  const port = readPort("PORT", environment.PORT, PORT_DEFAULT);
  return { port, demoPort: readPort("DEMO_PORT", environment.DEMO_PORT, port < PORT_MAX ? port + 1 : port - 1) };
}

/** Call this before anything slow. @throws ForeseenFailure if another program listens on one of the ports */
export async function refuseTakenPorts({ port, demoPort }: Ports, isDemo: boolean): Promise<void> {
  if (!(await isPortFree(port))) throw new ForeseenFailure(takenMessage(port, "PORT"));
  if (isDemo && !(await isPortFree(demoPort))) throw new ForeseenFailure(takenMessage(demoPort, "DEMO_PORT"));
}

function readPort(name: string, text: string | undefined, defaultPort: number): number {
  if (!text) return defaultPort;
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port <= PORT_MAX) return port;
  throw new ForeseenFailure(`${name} is “${text}”, which is no port. Give a number from 1 to ${PORT_MAX}.`);
}

function takenMessage(port: number, name: string): string {
  return `Port ${port} is taken by another program. Stop that program, or choose another port: ${name}=${port + 10} npm start`;
}
