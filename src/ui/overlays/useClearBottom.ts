import { useEffect, useState } from "react";

/** Marks elements that nothing may cover, such as the place to write and send. */
const KEPT_CLEAR = "[data-keep-clear]";
const GAP_PX = 8;

/**
 * The distance from the bottom of the window at which a box `widthPx` wide at its end side covers no element that must
 * be kept clear; null if the usual place is free. Measured again whenever the page changes, while `isShown`.
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
    // An element in the upper half leaves room below it.
    .filter(({ left, right, top, height }) => height > 0 && left < to && right > from && top > innerHeight / 2);
  return tops.length === 0 ? null : innerHeight - Math.min(...tops.map(({ top }) => top)) + GAP_PX;
}
