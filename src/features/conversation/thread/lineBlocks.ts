import type { ThreadLine } from "./threadLines";

export type LineBlock = { key: string; lines: ThreadLine[] };

/**
 * The lines with separators kept with the message below them. Each block goes by its message's key: a separator moves
 * when earlier messages come before it, and a list that held on to it would lose its place.
 */
export function lineBlocks(lines: readonly ThreadLine[]): LineBlock[] {
  const blocks: LineBlock[] = [];
  let separators: ThreadLine[] = [];
  for (const line of lines) {
    if (line.kind === "day" || line.kind === "unread") {
      separators.push(line);
      continue;
    }
    blocks.push({ key: line.key, lines: [...separators, line] });
    separators = [];
  }
  return blocks;
}
