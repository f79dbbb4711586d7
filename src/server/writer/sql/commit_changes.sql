-- Checks and writes the changes of one command, or of several together, in one transaction; or refuses all of them.
-- It works in sets: starting a statement inside a function costs more than the rows it touches. So one statement serves
-- all messages of a document, and a list that the document does not name starts no statement.
--
--   expect     request versions that the decisions rest on; another version answers 'stale', and the command decides again
--   posts      messages; a known client_id answers 'duplicate' with the id of its message
--   take       capacity of a rep; answers 'no_capacity' if not enough is left
--   parts      all other lists, each by its own function (parts/), in the order of parts.ts
--   entries    what each party's list gains; posts and edits reach every current participant without being named here
--   timers     jobs, replaced by key
--
-- Every caller takes locks in the same order, so that two never wait for each other: requests, interactions, rep loads,
-- and last the lists of the points of view, each in the order of ids. The planner assumes that a document holds a
-- hundred elements, though it holds one or two, and that a young table is empty, and would read whole tables. So every
-- query here starts at the document and uses an index: it has a list of ids (= ANY), or a subquery whose OFFSET 0 keeps
-- the planner from reordering it.
CREATE FUNCTION writer.commit_changes(changes jsonb) RETURNS jsonb LANGUAGE plpgsql
  SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET jit = off AS $$
DECLARE
  at_now   timestamptz := (changes ->> 'at')::timestamptz;
  entries  jsonb := coalesce(changes -> 'entries', '[]');
  posts    jsonb := '[]';
  refusal  jsonb;
  fresh    int;
  known    uuid;
  heads    jsonb;
  item     jsonb;
BEGIN
  IF changes ? 'expect' OR changes ? 'patchRequest' THEN
    SELECT count(*) FILTER (WHERE EXISTS (
        SELECT 1 FROM jsonb_to_recordset(changes -> 'expect') AS e ("sequenceId" uuid, version int)
          WHERE e."sequenceId" = locked.sequence_id AND e.version = locked.version))
      INTO fresh FROM (
        SELECT r.sequence_id, r.version FROM request r WHERE r.sequence_id = ANY (ARRAY(
            SELECT (e ->> 'sequenceId')::uuid FROM jsonb_array_elements(changes -> 'expect') e
            UNION SELECT (e ->> 'sequence_id')::uuid FROM jsonb_array_elements(changes -> 'patchRequest') e))
          ORDER BY r.sequence_id FOR UPDATE) locked;
    IF fresh < coalesce(jsonb_array_length(changes -> 'expect'), 0) THEN
      RETURN jsonb_build_object('outcome', 'stale');
    END IF;
  END IF;

  PERFORM 1 FROM interaction WHERE id = ANY (ARRAY(
      SELECT (e ->> 'interaction_id')::uuid FROM jsonb_array_elements(
        coalesce(changes -> 'posts', '[]') || coalesce(changes -> 'participation', '[]')
        || coalesce(changes -> 'leave', '[]') || coalesce(changes -> 'editMessage', '[]')) e))
    ORDER BY id FOR UPDATE;

  IF changes ? 'posts' THEN
    SELECT m.id INTO known FROM jsonb_to_recordset(changes -> 'posts') AS p (author_id uuid, client_id uuid),
      LATERAL (SELECT id FROM message WHERE author_id = p.author_id AND client_id = p.client_id OFFSET 0) m LIMIT 1;
    IF FOUND THEN
      RETURN jsonb_build_object('outcome', 'duplicate', 'messageId', known);
    END IF;
  END IF;

  IF changes ? 'take' THEN
    refusal := writer.take_capacity(changes -> 'take', at_now);
    IF refusal IS NOT NULL THEN RETURN refusal; END IF;
  END IF;

  {{parts}}

  IF changes ? 'editMessage' THEN
    entries := entries || writer.edit_messages(changes -> 'editMessage', at_now);
  END IF;
  IF changes ? 'posts' THEN
    posts := writer.write_posts(changes -> 'posts', (changes ->> 'organizationId')::uuid, at_now);
  END IF;
  heads := writer.append_entries(entries, posts, at_now);

  IF changes ? 'timers' THEN
    FOR item IN SELECT e FROM jsonb_array_elements(changes -> 'timers') e LOOP
      PERFORM graphile_worker.add_job(item ->> 'task', (item -> 'payload')::json, run_at := (item ->> 'runAt')::timestamptz,
                                      job_key := item ->> 'key', max_attempts := 25);
    END LOOP;
  END IF;

  RETURN jsonb_build_object('outcome', 'committed', 'posts', posts, 'heads', heads);
END
$$;
