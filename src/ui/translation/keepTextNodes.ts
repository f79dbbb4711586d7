/** A text node that a translator took out of the page, with its words. */
type Kept = { text: Text; words: string };

/** Browsers put translations into `<font>`, an element that we never use. */
const isTranslation = (node: Node | null): node is HTMLElement =>
  node instanceof HTMLElement && node.tagName === "FONT";

/**
 * Lets a browser translate a page while React or Preact changes it. The translator replaces each text node by a
 * `<font>`. The framework still holds the node: it fails to insert before it or to remove it, or it writes where nobody
 * sees it. So each node is put back, empty, beside its translation. When the framework writes to the node or removes
 * it, the translation is removed, and the translator finds the new words. No prototype is patched.
 */
export function keepTextNodes(root: Node): () => void {
  const keeper = new TextKeeper();
  const observer = new MutationObserver((records) => {
    keeper.follow(records);
    // Skip the changes that were just made here.
    observer.takeRecords();
  });
  observer.observe(root, { childList: true, characterData: true, subtree: true });
  return () => observer.disconnect();
}

class TextKeeper {
  readonly #translationOf = new WeakMap<Node, HTMLElement>();
  readonly #keptBy = new WeakMap<Node, Kept[]>();

  follow(records: readonly MutationRecord[]): void {
    for (const record of records) {
      if (record.type === "characterData") this.#drop(this.#translationOf.get(record.target), record.target);
      for (const node of record.removedNodes) this.#followRemoval(node, record, records);
    }
  }

  #followRemoval(node: Node, record: MutationRecord, records: readonly MutationRecord[]): void {
    const translation = this.#translationOf.get(node);
    if (translation !== undefined && node instanceof Text) {
      // The framework has moved or removed the node: do the same with its translation.
      if (node.isConnected) node.after(translation);
      else this.#drop(translation, null);
    } else if (this.#keptBy.has(node)) {
      if (!node.isConnected) this.#drop(node, null);
    } else if (node instanceof Text && node.parentNode === null) {
      const replacement = replacementOf(record, records);
      if (replacement) this.#keep(node, replacement);
    }
  }

  #keep(text: Text, translation: HTMLElement): void {
    const kept = this.#keptBy.get(translation) ?? [];
    this.#keptBy.set(translation, [...kept, { text, words: text.data }]);
    this.#translationOf.set(text, translation);
    text.data = "";
    translation.before(text);
  }

  /** Removes a translation and restores the words of its text nodes, except for the one that was written to. */
  #drop(translation: Node | undefined, written: Node | null): void {
    if (translation === undefined) return;
    for (const { text, words } of this.#keptBy.get(translation) ?? []) {
      this.#translationOf.delete(text);
      if (text !== written) text.data = words;
    }
    this.#keptBy.delete(translation);
    if (translation instanceof HTMLElement) translation.remove();
  }
}

/** The translation that replaced what a record removed, in the same step or in one right before or after it. */
function replacementOf(removal: MutationRecord, records: readonly MutationRecord[]): HTMLElement | null {
  const { target, previousSibling, nextSibling } = removal;
  for (const record of records) {
    const isInPlace = record.previousSibling === previousSibling && record.nextSibling === nextSibling;
    const isIts = (node: Node) => isInPlace || node === previousSibling || node === nextSibling;
    const found = [...record.addedNodes]
      .filter(isTranslation)
      .find((node) => node.parentNode === target && isIts(node));
    if (found) return found;
  }
  return null;
}
