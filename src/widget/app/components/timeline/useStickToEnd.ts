import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { TimelineItem } from "../../conversation/timeline";

/** A distance to the end that still counts as at the end. */
const END_PX = 48;

export type StickToEnd = { scroller: RefObject<HTMLElement | null>; isAtEnd: boolean; goToEnd: () => void };

/**
 * Keeps a scrolling list at its end while lines arrive, and keeps the visible line in place when earlier ones are put
 * before it. A reader who scrolled up stays there. The customer's own new message always scrolls into view.
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
    // A scrolling region must be reachable by keyboard, which not every browser ensures by itself.
    box.tabIndex = 0;
    // The parts below the lines (status, typing, rating) also grow and shrink.
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
