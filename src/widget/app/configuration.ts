import type { WidgetConfiguration } from "@/contract/views/customerViews";
import { revived } from "./desk/revived";

export type Configuration = WidgetConfiguration & { allowedOrigins: readonly string[] };

/** The configuration that the server wrote into the document; null if it is missing or not JSON. */
export function readConfiguration(): Configuration | null {
  try {
    return revived<Configuration>(JSON.parse(document.getElementById("configuration")?.textContent ?? ""));
  } catch {
    return null;
  }
}
