import { LinkifyIt, type Match, REBuilder } from "linkify-it";
import { isPlainHost } from "./isPlainHost";

export type TextPart = {
  kind: "text" | "link";
  text: string;
  /** Where in the body it begins. */
  start: number;
  /** Where a link leads: http, https or mailto; empty for text. */
  url: string;
};

/** Marks that end a sentence or a bold word, not an address. */
const TRAILING_MARKS = /[.,:;!?*'"]+$/;
/** A bare domain of two letters that more often ends a file name or a sentence without a space ("README.md", "Sure.It"). */
const WORDS_AS_ZONES = /\.(?:am|as|at|be|by|do|id|in|is|it|la|li|ma|md|me|ms|my|no|pl|pm|ps|py|rs|sh|so|st|to|vi|ws)$/i;

/** linkify-it's grammar, and what separates words in more scripts. */
class Grammar extends REBuilder {
  /** Signs without a width, by which an address could hide its end or run backwards, end it. */
  override get_text_separators(): RegExp {
    return /[><\uff5c\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/;
  }
  /** Chinese, Japanese, Korean and Thai put no space before an address. */
  override get_schema_search(): RegExp {
    const before = `(^|(?!_)(?:${this.get_text_separators().source}|${this.src_ZPCc}|[\\u0e00-\\u0e7f\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af]))`;
    this.cache.schema_search ??= new RegExp(`${before}(${this.get_schema_names().source})`, "ig");
    return this.cache.schema_search;
  }
}

const recogniser = new LinkifyIt({ fuzzyLink: true, rebuilder: new Grammar() }).add("ftp:", null).add("//", null);

/**
 * Splits a message into plain text and links: web addresses, bare domains and e-mail addresses. Joined again the parts
 * are the message. What could deceive about where it leads stays text.
 */
export function linkedParts(body: string): TextPart[] {
  const parts: TextPart[] = [];
  let done = 0;
  const addText = (end: number) => {
    if (end > done) parts.push({ kind: "text", text: body.slice(done, end), start: done, url: "" });
  };
  for (const match of recogniser.match(body) ?? []) {
    const link = linkOf(match, body);
    if (!link) continue;
    addText(match.index);
    parts.push({ kind: "link", text: link.text, start: match.index, url: link.url });
    done = match.index + link.text.length;
  }
  addText(body.length);
  return parts;
}

function linkOf({ schema, raw, index, lastIndex }: Match, body: string): { text: string; url: string } | null {
  const text = withoutScriptAfterZone(raw).replace(TRAILING_MARKS, "");
  if (schema === "mailto:") {
    const address = text.replace(/^mailto:/i, "");
    return isPlainHost(address.slice(address.lastIndexOf("@") + 1)) ? { text, url: `mailto:${address}` } : null;
  }
  // A name and password before the host can be made to look like one ("https://bank.example@evil.example").
  if (/^[^\s/?#]*@/.test(body.slice(lastIndex))) return null;
  if (schema === "" && isWordWithDot(text, body[index - 1])) return null;
  const url = schema === "" ? `https://${text}` : text;
  return URL.canParse(url) && isPlainHost(hostIn(url)) ? { text, url } : null;
}

/** As far as another script is glued to the zone: "https://shop.example谢谢" ends before 谢谢. */
function withoutScriptAfterZone(raw: string): string {
  const [, host = "", glued = ""] = /^((?:[a-z]+:(?:\/\/)?)?[^/?#]*\.[a-z]{2,})([^\p{ASCII}].*)$/iu.exec(raw) ?? [];
  return glued === "" || glued.includes(".") ? raw : host;
}

function isWordWithDot(text: string, before: string | undefined): boolean {
  const host = hostIn(`https://${text}`);
  if (before === "\\" || before === "/") return true;
  if (/^www\./i.test(host)) return false;
  // "Done.De next" is a sentence without a space.
  if (/\p{Ll}/u.test(host) && /\.\p{Lu}/u.test(host)) return true;
  return text === host && WORDS_AS_ZONES.test(host) && host.split(".").length === 2;
}

function hostIn(url: string): string {
  const [, host = ""] = /^[a-z]+:\/\/([^/?#]*)/i.exec(url) ?? [];
  return host.replace(/:\d*$/, "");
}
