-- B1: a member's list and count of backchannels hold those in which somebody wrote in the last days. A party's part
-- says whether its backchannel is quiet, so that reading them does not look through all that it was ever in.
--
-- `last_message_at` itself cannot be in an index: every message would then write all indexes of its interaction anew.

ALTER TABLE participation ADD COLUMN quiet_at timestamptz(3);

CREATE INDEX participation_listed ON participation (party_id, interaction_id)
  WHERE until_at IS NULL AND declined_at IS NULL AND role IN ('member', 'specialist') AND quiet_at IS NULL;
-- It did the same for all backchannels, quiet ones too.
DROP INDEX participation_inside;

-- A job marks (server/commands/markQuietBackchannels.ts), a message unmarks, in its own transaction and under the lock
-- of the interaction that the job takes as well. What is quiet has been so for days: a message an hour after the one
-- before it, as almost all are, finds nothing to do and does not look.
CREATE FUNCTION unmark_quiet_backchannel() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE participation SET quiet_at = NULL WHERE interaction_id = NEW.id AND quiet_at IS NOT NULL;
  RETURN NULL;
END $$;

CREATE TRIGGER interaction_is_quiet_no_more AFTER UPDATE OF last_message_at ON interaction FOR EACH ROW
  WHEN (NEW.last_message_at > coalesce(OLD.last_message_at, OLD.started_at) + interval '1 day')
  EXECUTE FUNCTION unmark_quiet_backchannel();
