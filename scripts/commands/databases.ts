import { basename } from "node:path";
import type { CommandCall } from "../launch/command";
import { ForeseenFailure } from "../launch/foreseenFailure";
import { listPlaces, type Place, removePlace } from "../postgres/leftPlaces";
import { ROOT_PLACES } from "../postgres/postgresPlace";

const USAGE = `Usage: npm run databases                       names the folders and their clones
       npm run databases -- --remove           removes those whose clones are gone
       npm run databases -- --remove NAME …    removes these`;

/** `npm run databases`: lists the folders of root's databases, and removes those whose clones are gone. */
export default async function databases({ arguments: words }: CommandCall): Promise<number> {
  const [option, ...names] = words;
  if (option !== undefined && option !== "--remove") throw new ForeseenFailure(USAGE);
  const places = listPlaces(ROOT_PLACES);
  if (places.length === 0) console.log(`There are no databases in ${ROOT_PLACES}.`);
  if (option === undefined) {
    for (const place of places) console.log(`${place.folder}  ${stateOf(place)}`);
    return 0;
  }
  const outcomes: boolean[] = [];
  for (const place of chosenPlaces(places, names)) outcomes.push(await remove(place));
  if (outcomes.length === 0) console.log("There is nothing to remove: no clone is known to be gone.");
  return outcomes.every(Boolean) ? 0 : 1;
}

function chosenPlaces(places: readonly Place[], names: readonly string[]): readonly Place[] {
  if (names.length === 0) return places.filter(({ clone }) => clone === "gone");
  const unknown = names.find((name) => !places.some(({ folder }) => basename(folder) === name));
  if (unknown !== undefined) throw new ForeseenFailure(`There is no ${unknown} in ${ROOT_PLACES}.`);
  return places.filter(({ folder }) => names.includes(basename(folder)));
}

async function remove(place: Place): Promise<boolean> {
  const outcome = await removePlace(place);
  if (outcome === "removed") console.log(`${place.folder} was removed.`);
  else console.log(`${place.folder} stays: PostgreSQL (process ${place.pid}) has it open. Stop that first.`);
  return outcome === "removed";
}

function stateOf({ clone, clonePath, pid }: Place): string {
  const running = pid ? `, running (process ${pid})` : "";
  switch (clone) {
    case "present":
      return `of ${clonePath}${running}`;
    case "gone":
      return `of ${clonePath}, which is gone${running}`;
    case "unknown":
      return `of an unknown clone: made by an earlier version, and not started since${running}`;
  }
}
