import { h } from "preact";
import { firstSign } from "@/domain/text/graphemes";

/** The picture of an alias, or its first letter. Screen readers skip it, since the name stands beside it as text. */
export function Avatar({ name, picture }: { name: string; picture: string | null }) {
  if (picture) return h("img", { class: "avatar", src: picture, alt: "", width: 28, height: 28 });
  return (
    <span class="avatar" aria-hidden="true">
      {firstSign(name.trim()).toUpperCase()}
    </span>
  );
}
