"use client";

import { useEffect, useState } from "react";
import { followAnnouncements } from "./announcements";

const KEPT_MAX = 5;

type Line = { key: number; text: string };

/** The polite live region of the page. It is always in the document; each `announce()` adds a line. */
export function LiveRegion() {
  const [lines, setLines] = useState<Line[]>([]);
  useEffect(() => followAnnouncements((text) => setLines((said) => withLine(said, text))), []);
  return (
    <div aria-live="polite" aria-relevant="additions" className="sr-only">
      {lines.map(({ key, text }) => (
        <p key={key}>{text}</p>
      ))}
    </div>
  );
}

function withLine(said: Line[], text: string): Line[] {
  const key = (said.at(-1)?.key ?? 0) + 1;
  return [...said, { key, text }].slice(-KEPT_MAX);
}
