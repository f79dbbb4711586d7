/**
 * SQL, to be joined to `presence_watch w` and `rep_load l`: since when nobody has seen a rep on duty, as
 * `unseen.since`. Time counts only while a process watches, and from when the rep went on duty. An availability that
 * was set later than `latest` was stored before the clock was set back, and does not count. Null for a rep without a
 * session.
 */
export function unseenSince(latest: string): string {
  return `cross join lateral (
      select case when seen.last_at is not null then greatest(seen.last_at, w.watching_since,
        case when l.availability_since <= ${latest} then l.availability_since end) end as since
      from (select max(coalesce(s.seen_at, s.created_at)) as last_at from user_session s where s.rep_id = l.rep_id) seen
    ) unseen`;
}
