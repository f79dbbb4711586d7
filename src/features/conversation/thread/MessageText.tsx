import { textParts } from "./textParts";

/** What somebody wrote: line breaks kept, addresses as links, in the direction of its own script. */
export function MessageText({ body }: { body: string }) {
  let offset = 0;
  return (
    <p dir="auto" className="whitespace-pre-wrap break-words [overflow-wrap:anywhere]">
      {textParts(body).map((part) => {
        const key = offset;
        offset += part.text.length;
        return part.kind === "text" ? (
          part.text
        ) : (
          <a
            key={key}
            href={part.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-link underline"
          >
            {part.text}
          </a>
        );
      })}
    </p>
  );
}
