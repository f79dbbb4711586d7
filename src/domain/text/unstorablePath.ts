import { isStorable } from "./inputText";

type Place = { readonly value: unknown; readonly name: string; readonly within: Place | null };

/** The path to a text or key that cannot be stored, within a value from outside; null if there is none. */
export function unstorablePath(value: unknown): string[] | null {
  // A list instead of recursion: a value from outside may nest deeper than the stack.
  const places: Place[] = [{ value, name: "", within: null }];
  for (let place = places.pop(); place; place = places.pop()) {
    if (!isStorable(place.name)) return pathOf(place.within);
    if (typeof place.value === "string" && !isStorable(place.value)) return pathOf(place);
    if (typeof place.value !== "object" || place.value === null) continue;
    for (const [name, part] of Object.entries(place.value)) places.push({ value: part, name, within: place });
  }
  return null;
}

function pathOf(place: Place | null): string[] {
  const names: string[] = [];
  for (let at = place; at?.within; at = at.within) names.push(at.name);
  return names.reverse();
}
