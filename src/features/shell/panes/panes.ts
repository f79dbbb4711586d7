import { createCallbacks } from "@/client/createCallbacks";

export type PaneEntry = { id: string; label: string; element: HTMLElement };

/** Keeps the panes of the page, for skip links and F6. */
function createPanes() {
  const entries = new Map<string, PaneEntry>();
  const listeners = createCallbacks<[]>();
  let ordered: readonly PaneEntry[] = [];
  const publish = () => {
    ordered = [...entries.values()].sort((a, b) => (isBefore(a.element, b.element) ? -1 : 1));
    listeners.call();
  };
  return {
    /** All panes, in the order of the page. */
    all: () => ordered,
    add(entry: PaneEntry) {
      entries.set(entry.id, entry);
      publish();
      return () => {
        if (entries.get(entry.id) === entry) entries.delete(entry.id);
        publish();
      };
    },
    subscribe: listeners.add,
  };
}

const isBefore = (a: HTMLElement, b: HTMLElement) =>
  Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The panes of this tab. */
export const panes = createPanes();

/** Moves the focus to the next visible pane (1) or the previous one (-1), and wraps around. Toasts come last. */
export function focusPane(direction: 1 | -1): void {
  const visible = [...panes.all().map(({ element }) => element), ...toastsShown()].filter(isVisible);
  const focused = document.activeElement;
  const at = visible.findIndex((element) => focused !== null && element.contains(focused));
  const next = at === -1 ? (direction === 1 ? 0 : -1) : (at + direction) % visible.length;
  visible.at(next)?.focus();
}

/** The container of the toasts, if there are any. */
function toastsShown(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-toasts]:has([data-toast])")];
}

/**
 * Whether an element is visible and can take the focus. On a phone the list behind an open request has a size but is
 * hidden.
 */
export function isVisible(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
