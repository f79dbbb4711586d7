-- Who changed a setting of the classifier last, among all that is written down of it and of looks.
CREATE INDEX audit_entry_of_classifier ON audit_entry (organization_id, verb, at) WHERE object_kind = 'classifier';
