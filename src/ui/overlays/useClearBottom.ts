import { useEffect, useState } from "react";

/** Marks what nothing may lie over, such as where one writes and sends. */
const KEPT_CLEAR = "[data-keep-clear]";
const GAP_PX = 8;

/**
 * How far above the bottom of the window something `widthPx` wide at its end has to stand so that it covers nothing that
 * is kept clear; null where the usual place is free. Looks again while `isShown`, as these come, go and grow.
 */
export function useClearBottom(isShown: boolean, widthPx: number): number | null {
  const [bottomPx, setBottomPx] = useState<number | null>(null);
  useEffect(() => {
    if (!isShown) return;
    const look = () => setBottomPx(clearBottom(widthPx));
    look();
    const changes = new MutationObserver(look);
    changes.observe(document.body, { childList: true, subtree: true, characterData: true });
    addEventListener("resize", look);
    return () => {
      changes.disconnect();
      removeEventListener("resize", look);
    };
  }, [isShown, widthPx]);
  return isShown ? bottomPx : null;
}

function clearBottom(widthPx: number): number | null {
  const isEndLeft = document.documentElement.dir === "rtl";
  const [from, to] = isEndLeft ? [0, widthPx] : [innerWidth - widthPx, innerWidth];
  const tops = [...document.querySelectorAll(KEPT_CLEAR)]
    .map((element) => element.getBoundingClientRect())
    // What stands in the upper half leaves room below it.
    .filter(({ left, right, top, height }) => height > 0 && left < to && right > from && top > innerHeight / 2);
  return tops.length === 0 ? null : innerHeight - Math.min(...tops.map(({ top }) => top)) + GAP_PX;
}
