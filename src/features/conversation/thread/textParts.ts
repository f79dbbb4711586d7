export type TextPart = { kind: "text"; text: string } | { kind: "link"; text: string; url: string };

const URL_PATTERN = /https?:\/\/[^\s<>"']+/g;
/** Marks that end a sentence, not an address. */
const TRAILING = /[.,;:!?)\]]+$/;

/** A text with its web addresses apart, so that they can be followed; nothing else in it is ever more than text. */
export function textParts(body: string): TextPart[] {
  const parts: TextPart[] = [];
  let from = 0;
  for (const match of body.matchAll(URL_PATTERN)) {
    const url = match[0].replace(TRAILING, "");
    if (match.index > from) parts.push({ kind: "text", text: body.slice(from, match.index) });
    parts.push({ kind: "link", text: url, url });
    from = match.index + url.length;
  }
  if (from < body.length) parts.push({ kind: "text", text: body.slice(from) });
  return parts;
}
