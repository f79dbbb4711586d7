import { Buttons } from "./Buttons";
import { Fields } from "./Fields";
import { Marks } from "./Marks";
import { Overlays } from "./Overlays";
import { States } from "./States";

/** Shows every primitive of ui/ in all its states. Its texts are examples, so they are not in the catalogue. */
export function GalleryPage() {
  return (
    <main className="mx-auto max-w-5xl px-4 py-8">
      <h1 className="pb-4 font-semibold text-title">Primitives of ui/</h1>
      <Buttons />
      <Fields />
      <Marks now={new Date()} />
      <States />
      <Overlays />
    </main>
  );
}
