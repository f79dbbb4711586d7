import { Buttons } from "./Buttons";
import { Fields } from "./Fields";
import { Marks } from "./Marks";
import { Overlays } from "./Overlays";
import { States } from "./States";

/** Every primitive of ui/ in all its states, on one page. Its words are examples, so they stand in no catalogue. */
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
