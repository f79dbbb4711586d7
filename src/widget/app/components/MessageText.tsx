import { linkedParts } from "../linkedParts";

/** What somebody wrote, as text with its web links; never as markup. */
export function MessageText({ body }: { body: string }) {
  return (
    <p class="bubble" dir="auto">
      {linkedParts(body).map(({ kind, text, start }) =>
        kind === "link" ? (
          <a key={start} href={text} target="_blank" rel="noopener noreferrer nofollow">
            {text}
          </a>
        ) : (
          text
        ),
      )}
    </p>
  );
}
