/** SQL: whether a part, a row of `participation` named so, is open. Its party is invited or takes part. */
export function isOpenPart(part: string): string {
  return `${part}.until_at is null and ${part}.declined_at is null`;
}

/** SQL: whether the party of a part takes part now: it has come, and has not left. */
export function takesPartNow(part: string): string {
  return `${part}.from_at is not null and ${isOpenPart(part)}`;
}

/** SQL: whether the party of a part is invited and has not answered. */
export function isInvitedNow(part: string): string {
  return `${part}.from_at is null and ${isOpenPart(part)}`;
}
