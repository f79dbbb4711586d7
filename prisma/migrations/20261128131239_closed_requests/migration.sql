-- The "Closed" view lists what a rep closed, the newest first; those of a team have an index already.
CREATE INDEX request_retired_of_rep ON request (assigned_to_id, retired_at DESC) WHERE state = 'retired';
