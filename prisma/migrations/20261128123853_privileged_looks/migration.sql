-- Before each trace of a privileged look stands the question whether the same look was traced just before.
CREATE INDEX audit_entry_of_looks ON audit_entry (actor_id, object_id, at) WHERE verb = 'privileged_look';
