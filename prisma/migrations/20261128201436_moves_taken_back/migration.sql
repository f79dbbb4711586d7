-- Where a request was before a member took it, handed it over or withdrew its escalation, so that they can take that back.
ALTER TABLE request ADD COLUMN before_move jsonb;
