/** A set of callbacks. `call` calls all of them; `add` adds one and returns a function that removes it. */
export function createCallbacks<Args extends unknown[]>() {
  const all = new Set<(...args: Args) => void>();
  return {
    call(...args: Args) {
      for (const each of all) each(...args);
    },
    add(each: (...args: Args) => void) {
      all.add(each);
      return () => {
        all.delete(each);
      };
    },
  };
}
