/** Whether an element can be seen and so take the focus: the list behind an open request on a phone keeps its box but is hidden. */
export function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
