/** The texts of a request that the classifier reads. */
export type RequestWords = { readonly subject: string | null; readonly message: string };

/** The length of the beginning of a message that is read. */
const MESSAGE_LENGTH_MAX = 20_000;

/** The line that mail programs put before a quoted message, such as dashes or "… wrote:". */
const QUOTE_HEAD =
  /^(-{2,} ?(original|forwarded|ursprüngliche|weitergeleitete|message d'origine)|_{10,}$|(on|am|le|el|il|op) .{5,120}(wrote|schrieb|écrit|escribió|scritto|schreef).{0,60}:$)/i;
const QUOTED_LINE = /^[>|]/;

/** The line that mail programs put before a signature. */
const SIGNATURE_HEAD = /^(-- ?$|sent from my |von meinem .{2,30} gesendet|envoyé de mon |enviado desde mi )/i;
const FAREWELL =
  /^(((best|kind|warm|many)( |$))?(regards|wishes|thanks)|best|cheers|sincerely|yours .{4,12}|(mit )?(freundlichen|besten|herzlichen|liebe|viele|beste) grüßen?|mfg|cordialement|bien à vous|(un )?saludos?( cordiales?)?|atentamente|cordiali saluti|met vriendelijke groet(en)?)[,.! ]*$/i;

/** A salutation of at most four words, up to its comma or the end of the line. */
const GREETING =
  /^(hi|hey|hello|dear|good (morning|afternoon|evening)|greetings|hallo|guten (tag|morgen|abend)|liebes?|sehr geehrte[rs]?|bonjour|bonsoir|hola|buenos días|buenas tardes|ciao|buongiorno|beste)\b([ \t]+[\p{L}\p{M}.'-]+){0,3}[ \t]*[,!:\n]+\s*/iu;

/** The subject and the first message, without quotations, signature and greeting. */
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
    // The first line is never a farewell, so a request that says only "Thanks" keeps it.
    if (index > 0 && own.length > 0 && FAREWELL.test(line)) break;
    if (!QUOTED_LINE.test(line)) own.push(line);
  }
  return own;
}

/** Drops the greeting, unless the text is only a greeting. */
function withoutGreeting(text: string): string {
  const rest = text.replace(GREETING, "");
  return rest === "" ? text : rest;
}
