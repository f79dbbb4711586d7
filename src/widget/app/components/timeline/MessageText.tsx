import { linkedParts } from "@/domain/text/linkedParts";

/** A message's body as text with links, never as markup. */
export function MessageText({ body }: { body: string }) {
  return (
    <p class="bubble" dir="auto">
      {linkedParts(body).map(({ kind, text, start, url }) =>
        kind === "link" ? (
          <a key={start} href={url} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        ) : (
          <span key={start}>{text}</span>
        ),
      )}
    </p>
  );
}
