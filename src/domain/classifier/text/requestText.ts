/** What a request is about, as the classifier reads it: the facts of its first message. */
export type RequestWords = { readonly subject: string | null; readonly message: string };

/** Only so much of a message is looked at; a quotation or signature further down is never reached. */
const MESSAGE_LENGTH_MAX = 20_000;

/** Where an answer ends and the quoted message begins. The first dashes or "wrote:" are what mail programs put there. */
const QUOTE_HEAD =
  /^(-{2,} ?(original|forwarded|ursprüngliche|weitergeleitete|message d'origine)|_{10,}$|(on|am|le|el|il|op) .{5,120}(wrote|schrieb|écrit|escribió|scritto|schreef).{0,60}:$)/i;
const QUOTED_LINE = /^[>|]/;

/** A mail program's own mark, or a farewell that stands alone in its line. */
const SIGNATURE_HEAD = /^(-- ?$|sent from my |von meinem .{2,30} gesendet|envoyé de mon |enviado desde mi )/i;
const FAREWELL =
  /^(((best|kind|warm|many)( |$))?(regards|wishes|thanks)|best|cheers|sincerely|yours .{4,12}|(mit )?(freundlichen|besten|herzlichen|liebe|viele|beste) grüßen?|mfg|cordialement|bien à vous|(un )?saludos?( cordiales?)?|atentamente|cordiali saluti|met vriendelijke groet(en)?)[,.! ]*$/i;

/** A salutation of at most four words, up to its comma or the end of its line. */
const GREETING =
  /^(hi|hey|hello|dear|good (morning|afternoon|evening)|greetings|hallo|guten (tag|morgen|abend)|liebes?|sehr geehrte[rs]?|bonjour|bonsoir|hola|buenos días|buenas tardes|ciao|buongiorno|beste)\b([ \t]+[\p{L}\p{M}.'-]+){0,3}[ \t]*[,!:\n]+\s*/iu;

/** Subject and first message without what is quoted, the signature and the greeting. */
export function requestText({ subject, message }: RequestWords): string {
  const own = withoutGreeting(ownLines(message.slice(0, MESSAGE_LENGTH_MAX)).join("\n").trim());
  return [subject?.replace(/^((re|fwd?|aw|wg|tr|rv)\s*:\s*)+/i, "").trim() ?? "", own]
    .filter((part) => part !== "")
    .join("\n");
}

function ownLines(message: string): string[] {
  const lines = message.split(/\r\n|\r|\n/).map((line) => line.trim());
  const own: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (QUOTE_HEAD.test(line) || SIGNATURE_HEAD.test(line)) break;
    // The first line is never a farewell: a request that says "Thanks" alone keeps its word.
    if (index > 0 && own.length > 0 && FAREWELL.test(line)) break;
    if (!QUOTED_LINE.test(line)) own.push(line);
  }
  return own;
}

/** Nothing but a greeting stays as it is: it is all that there is. */
function withoutGreeting(text: string): string {
  const rest = text.replace(GREETING, "");
  return rest === "" ? text : rest;
}
