export type TextPart = {
  kind: "text" | "link";
  text: string;
  /** Where in the body it begins. */
  start: number;
};

/** Splits a message into plain text and web links (http and https only); joined again, the parts are the message. */
export function linkedParts(body: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  for (const match of body.matchAll(/https?:\/\/[^\s<>"]+/g)) {
    // A full stop or bracket after an address belongs to the sentence.
    const link = match[0].replace(/[.,;:!?)\]}'»”]+$/, "");
    if (match.index > done) parts.push({ kind: "text", text: body.slice(done, match.index), start: done });
    parts.push({ kind: "link", text: link, start: match.index });
    done = match.index + link.length;
  }
  if (done < body.length) parts.push({ kind: "text", text: body.slice(done), start: done });
  return parts;
}
