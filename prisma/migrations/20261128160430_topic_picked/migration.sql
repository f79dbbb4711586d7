-- P8: what a customer is asked follows from what they did. `category_source` says who set the category last, so a rep
-- who corrected a picked topic had the customer asked for it again; that the customer picked one stays so.
ALTER TABLE request ADD COLUMN topic_picked boolean NOT NULL DEFAULT false;

UPDATE request SET topic_picked = true WHERE category_source = 'customer';

-- By a trigger, so that no writer can forget it, nor processes of the version before that make rows without it.
CREATE FUNCTION note_picked_topic() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.topic_picked := coalesce(NEW.topic_picked, false) OR NEW.category_source IS NOT DISTINCT FROM 'customer';
  RETURN NEW;
END $$;

CREATE TRIGGER request_begins_picked BEFORE INSERT ON request FOR EACH ROW EXECUTE FUNCTION note_picked_topic();
CREATE TRIGGER request_is_picked BEFORE UPDATE OF category_source ON request FOR EACH ROW
  WHEN (NEW.category_source = 'customer' AND NOT OLD.topic_picked)
  EXECUTE FUNCTION note_picked_topic();
