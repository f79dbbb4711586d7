export type PaneEntry = { id: string; label: string; element: HTMLElement };

/** The panes on the page, for skip links and F6. */
function createPanes() {
  const entries = new Map<string, PaneEntry>();
  const listeners = new Set<() => void>();
  let ordered: readonly PaneEntry[] = [];
  const publish = () => {
    ordered = [...entries.values()].sort((a, b) => (isBefore(a.element, b.element) ? -1 : 1));
    for (const listener of listeners) listener();
  };
  return {
    /** In the order of the page. */
    all: () => ordered,
    add(entry: PaneEntry) {
      entries.set(entry.id, entry);
      publish();
      return () => {
        if (entries.get(entry.id) === entry) entries.delete(entry.id);
        publish();
      };
    },
    subscribe(listener: () => void) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const isBefore = (a: HTMLElement, b: HTMLElement) =>
  Boolean(a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING);

/** The panes of this tab. */
export const panes = createPanes();

/** Moves the focus to the next pane that is seen (`direction` 1) or the one before (-1), round and round; toasts come last. */
export function focusPane(direction: 1 | -1): void {
  const seen = [...panes.all().map(({ element }) => element), ...toastsShown()].filter(isSeen);
  const focused = document.activeElement;
  const at = seen.findIndex((element) => focused !== null && element.contains(focused));
  const next = at === -1 ? (direction === 1 ? 0 : -1) : (at + direction) % seen.length;
  seen.at(next)?.focus();
}

/** The place of the toasts, where there are any. */
function toastsShown(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-toasts]:has([data-toast])")];
}

/** Whether an element can be seen and so take the focus: the list behind an open request on a phone keeps its box but is hidden. */
export function isSeen(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}
