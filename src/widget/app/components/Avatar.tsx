import { h } from "preact";

/** The picture of an alias, or its first letter; the name stands beside it as text, so this is silent. */
export function Avatar({ name, picture }: { name: string; picture: string | null }) {
  if (picture) return h("img", { class: "avatar", src: picture, alt: "", width: 28, height: 28 });
  return (
    <span class="avatar" aria-hidden="true">
      {[...name.trim()][0]?.toUpperCase() ?? ""}
    </span>
  );
}
