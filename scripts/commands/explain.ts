import { withClient } from "../database/withClient";
import { explainFeed } from "../explain/explainFeed";
import { explainMessage } from "../explain/explainMessage";
import { isOwnDatabase } from "../explain/isOwnDatabase";
import type { CommandCall } from "../launch/command";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { presentDatabaseUrl } from "../launch/openDatabase";

const USAGE = `Usage: npm run explain -- message <id> --as <party>
       npm run explain -- feed <party>
A party is named by its id or, a rep, by the e-mail address.`;

/**
 * `npm run explain`: says why somebody sees a message, or lists their entries. It reads a database of this machine
 * only.
 */
export default async function explain({ arguments: words }: CommandCall): Promise<number> {
  const work = workOf(words);
  const url = await presentDatabaseUrl();
  if (!url) throw new ForeseenFailure("There is no database yet: run npm start first, or set DATABASE_URL.");
  if (!isOwnDatabase(url)) {
    throw new ForeseenFailure(
      "This command looks into points of view without leaving a trace (P12), so it reads a database of this machine only.",
    );
  }
  const lines = await withClient(url, work);
  console.log(lines.join("\n"));
  return 0;
}

function workOf([kind, id, option, as]: readonly string[]): (
  client: Parameters<typeof explainFeed>[1],
) => Promise<string[]> {
  if (kind === "message" && id && option === "--as" && as) return (client) => explainMessage(id, as, client);
  if (kind === "feed" && id && option === undefined) return (client) => explainFeed(id, client);
  throw new ForeseenFailure(USAGE);
}
