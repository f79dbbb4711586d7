/** SQL: whether a part is open, so that its party takes part or is invited. `part` is an alias of `participation`. */
export function isOpenPart(part: string): string {
  return `${part}.until_at is null and ${part}.declined_at is null`;
}

/** SQL: whether the party of a part takes part now. */
export function takesPartNow(part: string): string {
  return `${part}.from_at is not null and ${isOpenPart(part)}`;
}

/** SQL: whether the party of a part is invited and has not answered. */
export function isInvitedNow(part: string): string {
  return `${part}.from_at is null and ${isOpenPart(part)}`;
}
