import { LinkifyIt, type Match, REBuilder } from "linkify-it";
import { isPlainHost } from "./isPlainHost";

export type TextPart = {
  kind: "text" | "link";
  text: string;
  /** Where the part begins in the body. */
  start: number;
  /** Where a link leads: http, https or mailto; empty for text. */
  url: string;
};

/** Marks after an address that end a sentence, a bold word or a quotation. */
const TRAILING_MARKS = /[.,:;!?*'"`~|\\\u301c\uff5e]+$/;
/** Emoji directly after an address, which do not belong to it. */
const TRAILING_EMOJI = /([^/=])(?:\p{Extended_Pictographic}|\ufe0f|\u200d|\p{Emoji_Modifier})+$/u;
/** Scripts without spaces between words, and so without spaces around an address. */
const UNSPACED = "\\u0e00-\\u0e7f\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af";
/** What may directly precede or follow a bare address: such a script, or a separator. */
const AROUND_BARE = new RegExp(`[,;\uff1a${UNSPACED}]`, "g");
const GLUED_HOST = new RegExp(`[${UNSPACED}][a-z0-9]|[a-z0-9][${UNSPACED}]`, "i");
/**
 * Japanese and Korean endings attached to a path: "https://shop.example/a\uc5d0\uc11c" is an address and a particle.
 */
const GLUED_ENDING = /^([a-z]+:\/\/.*?[a-z0-9])[\u3041-\u309f\uac00-\ud7af].*$/i;
/** Zones that more often end a file name, or join two sentences without a space ("README.md", "Sure.It"). */
const WORDS_AS_ZONES = /\.(?:am|as|at|be|by|do|id|in|is|it|la|li|ma|md|me|ms|my|no|pl|pm|ps|py|rs|sh|so|st|to|vi|ws)$/i;

/** The grammar of linkify-it, with the word separators of more scripts. */
class Grammar extends REBuilder {
  /** Invisible signs end an address; otherwise they could hide its end or reverse it. */
  override get_text_separators(): RegExp {
    return /[><\uff5c\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;
  }
  /** An address with a scheme may begin after anything but a Latin letter or a digit. */
  override get_schema_search(): RegExp {
    this.cache.schema_search ??= new RegExp(`(^|[^a-z0-9\\u00c0-\\u024f])(${this.get_schema_names().source})`, "ig");
    return this.cache.schema_search;
  }
}

const recogniser = new LinkifyIt({ fuzzyLink: true, rebuilder: new Grammar() }).add("ftp:", null).add("//", null);

/**
 * Splits a message into plain text and links: web addresses, bare domains and e-mail addresses. The texts of the parts
 * joined give the message. An address that could deceive about where it leads stays text.
 */
export function linkedParts(body: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  const addText = (end: number) => {
    if (end > done) parts.push({ kind: "text", text: body.slice(done, end), start: done, url: "" });
  };
  for (const { match, within } of matchesIn(body)) {
    const link = linkOf(match, within);
    if (!link) continue;
    addText(match.index);
    parts.push({ kind: "link", text: link.text, start: match.index, url: link.url });
    done = match.index + link.text.length;
  }
  addText(body.length);
  return parts;
}

/** All addresses, including bare ones that directly follow or precede another script or a comma. */
function matchesIn(body: string): Found[] {
  const found = foundIn(body).filter(({ match }) => !isGlued(match));
  const apart = body.replace(AROUND_BARE, " ");
  if (apart === body) return found;
  let [rest, end] = ["", 0];
  for (const { match } of found) {
    rest += apart.slice(end, match.index) + " ".repeat(match.lastIndex - match.index);
    end = match.lastIndex;
  }
  return [...found, ...foundIn(rest + apart.slice(end))].sort((a, b) => a.match.index - b.match.index);
}

/** A match, and the text it was found in, which has the length of the message. */
type Found = { match: Match; within: string };

const foundIn = (text: string): Found[] => (recogniser.match(text) ?? []).map((match) => ({ match, within: text }));

/** Whether the host of a bare address runs into the words around it, so that it would lead elsewhere. */
function isGlued({ schema, raw }: Match): boolean {
  const isBare = schema === "" || (schema === "mailto:" && !/^mailto:/i.test(raw));
  return isBare && GLUED_HOST.test(hostIn(`https://${raw}`));
}

function linkOf({ schema, raw, index, lastIndex }: Match, within: string): { text: string; url: string } | null {
  const alone = withoutScriptAfterZone(raw)
    .replace(GLUED_ENDING, "$1")
    .replace(TRAILING_MARKS, "")
    .replace(TRAILING_EMOJI, "$1")
    .replace(TRAILING_MARKS, "");
  const text = within[index - 1] === "_" ? alone.replace(/_+$/, "") : alone;
  if (schema === "mailto:") {
    const address = text.replace(/^mailto:/i, "");
    return isPlainHost(address.slice(address.lastIndexOf("@") + 1)) ? { text, url: `mailto:${address}` } : null;
  }
  // A user name before the host can look like a host ("https://bank.example@evil.example").
  if (/^[^\s/?#]*@/.test(within.slice(lastIndex))) return null;
  if (schema === "" && isWordWithDot(text, within[index - 1])) return null;
  const url = schema === "" ? `https://${text}` : text;
  return URL.canParse(url) && isPlainHost(hostIn(url)) ? { text, url } : null;
}

/** The address without another script directly after its zone: "https://shop.example谢谢" ends before 谢谢. */
function withoutScriptAfterZone(raw: string): string {
  const [, host = "", glued = ""] = /^((?:[a-z]+:(?:\/\/)?)?[^/?#]*\.[a-z]{2,})([^\p{ASCII}].*)$/iu.exec(raw) ?? [];
  return glued === "" || glued.includes(".") ? raw : host;
}

function isWordWithDot(text: string, before: string | undefined): boolean {
  const host = hostIn(`https://${text}`);
  if (before === "\\" || before === "/") return true;
  if (/^www\./i.test(host)) return false;
  // "Done.De next" lacks the space between two sentences.
  if (/\p{Ll}/u.test(host) && /\.\p{Lu}/u.test(host)) return true;
  return text === host && WORDS_AS_ZONES.test(host) && host.split(".").length === 2;
}

function hostIn(url: string): string {
  const [, host = ""] = /^[a-z]+:\/\/([^/?#]*)/i.exec(url) ?? [];
  return host.replace(/:\d*$/, "");
}
