import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { TimelineItem } from "../../conversation/timeline";

/** Closer to the end than this counts as at the end. */
const END_PX = 48;

export type StickToEnd = { scroller: RefObject<HTMLElement | null>; isAtEnd: boolean; goToEnd: () => void };

/**
 * Keeps a scrolling list at its end while lines come in, keeps the line in sight when earlier ones are put before it, and
 * leaves a reader who scrolled up alone. One's own new message always comes into sight.
 */
export function useStickToEnd(items: readonly TimelineItem[]): StickToEnd {
  const scroller = useRef<HTMLElement>(null);
  const [isAtEnd, setIsAtEnd] = useState(true);
  const sticks = useRef(true);
  const before = useRef<{ firstKey: string | undefined; height: number; outgoing: number }>({
    firstKey: undefined,
    height: 0,
    outgoing: 0,
  });

  const goToEnd = () => {
    sticks.current = true;
    setIsAtEnd(true);
    scroller.current?.scrollTo({ top: scroller.current.scrollHeight });
  };

  useLayoutEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const firstKey = items.find((item) => item.kind === "message")?.key;
    const outgoing = items.filter((item) => item.kind === "outgoing").length;
    const isPrepended = before.current.firstKey !== undefined && firstKey !== before.current.firstKey;
    if (outgoing > before.current.outgoing || sticks.current) box.scrollTop = box.scrollHeight;
    else if (isPrepended) box.scrollTop += box.scrollHeight - before.current.height;
    before.current = { firstKey, height: box.scrollHeight, outgoing };
  }, [items]);

  useEffect(() => {
    const box = scroller.current;
    if (!box) return;
    const look = () => {
      sticks.current = box.scrollHeight - box.scrollTop - box.clientHeight < END_PX;
      setIsAtEnd(sticks.current);
    };
    // A scrolling region must be reachable by keyboard, also where the browser does not see to it.
    box.tabIndex = 0;
    // What stands below the lines (status, typing, rating) also grows and shrinks.
    const resized = new ResizeObserver(() => sticks.current && box.scrollTo({ top: box.scrollHeight }));
    resized.observe(box);
    if (box.firstElementChild) resized.observe(box.firstElementChild);
    box.addEventListener("scroll", look, { passive: true });
    return () => {
      resized.disconnect();
      box.removeEventListener("scroll", look);
    };
  }, []);

  return { scroller, isAtEnd, goToEnd };
}
