import { isStorable } from "./inputText";

type Place = { readonly value: unknown; readonly name: string; readonly within: Place | null };

/** Where in a value from outside a text or a key stands that nothing can store; null where all is well. */
export function unstorablePath(value: unknown): string[] | null {
  // A list of places and no recursion: what comes from outside may nest deeper than the stack is.
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
