import { classes } from "../classes";

const SEGMENTS_MAX = 10;

/** Shows the used capacity as small blocks; free ones are outlined. Hidden from screen readers: text is beside it. */
export function LoadBar({ used, capacity }: { used: number; capacity: number }) {
  const isFull = used >= capacity;
  const segments = Math.min(SEGMENTS_MAX, Math.max(1, capacity));
  const filled = capacity > 0 ? Math.min(segments, Math.round((used / capacity) * segments)) : segments;
  const blocks = Array.from({ length: segments }, (_, index) => `block ${index}`);
  return (
    <span aria-hidden="true" className="inline-flex gap-0.5">
      {blocks.map((block, index) => (
        <span
          key={block}
          className={classes(
            "h-2.5 w-1.5 rounded-[1px] border",
            index < filled && "forced-colors:bg-[CanvasText]",
            index < filled ? (isFull ? "border-bad bg-bad" : "border-fg-3 bg-fg-3") : "border-line-control",
          )}
        />
      ))}
    </span>
  );
}
