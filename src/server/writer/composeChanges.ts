import type { ChangeBase, ChangeLists, Changes, PartOfChanges, PlainLists } from "./changes";

/**
 * Composes one change from parts. Lists of the same name are joined in the order of the parts.
 *
 * @param base when and in which organization; or a change to add the parts to
 * @throws Error if two parts patch the same row, since the writer would keep only one of the patches
 */
export function composeChanges(base: ChangeBase | Changes, ...parts: readonly (PartOfChanges | PlainLists)[]): Changes {
  return { at: base.at, organizationId: base.organizationId, ...joined([base, ...parts]) } as Changes;
}

/** Composes one part from several, as `composeChanges` does. */
export function composePart(...parts: readonly (PartOfChanges | PlainLists)[]): PartOfChanges {
  return joined(parts) as PartOfChanges;
}

/** Composes the changes of several commands. They belong to one organization and share no sequence. */
export function composeBatch(all: readonly [Changes, ...Changes[]], at: Date): Changes {
  return { at, organizationId: all[0].organizationId, ...joined(all) } as Changes;
}

/** A copy in which the named lists are replaced; null removes a list. */
export function withLists<Whole extends Changes | PartOfChanges>(
  whole: Whole,
  lists: { [Name in keyof ChangeLists]: ChangeLists[Name] | null },
): Whole {
  const changed = Object.assign({ ...whole }, lists);
  for (const [name, rows] of Object.entries(lists)) if (rows === null) Reflect.deleteProperty(changed, name);
  return changed;
}

function joined(parts: readonly (ChangeLists & { at?: Date; organizationId?: string })[]): ChangeLists {
  const all: Record<string, readonly unknown[]> = {};
  for (const { at: _at, organizationId: _organizationId, ...lists } of parts) {
    for (const [name, rows] of Object.entries(lists)) {
      const known = all[name];
      all[name] = known === undefined ? rows : [...known, ...rows];
    }
  }
  const whole = all as ChangeLists;
  refuseTwice(
    "patchRequest",
    whole.patchRequest?.map(({ sequence_id }) => sequence_id),
  );
  refuseTwice(
    "patchSequence",
    whole.patchSequence?.map(({ id }) => id),
  );
  refuseTwice(
    "patchClock",
    whole.patchClock?.map(({ id }) => id),
  );
  return whole;
}

function refuseTwice(name: string, ids: readonly string[] = []): void {
  if (new Set(ids).size < ids.length) throw new Error(`${name} names a row twice`);
}
