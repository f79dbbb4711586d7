import { linkedParts } from "@/domain/text/linkedParts";

/** The text of a message: line breaks kept, URLs as links, in the direction of its script. */
export function MessageText({ body }: { body: string }) {
  return (
    <p dir="auto" className="whitespace-pre-wrap [overflow-wrap:anywhere]">
      {linkedParts(body).map(({ kind, text, start, url }) =>
        kind === "text" ? (
          <span key={start}>{text}</span>
        ) : (
          <a key={start} href={url} target="_blank" rel="noopener noreferrer nofollow" className="text-link underline">
            {text}
          </a>
        ),
      )}
    </p>
  );
}
