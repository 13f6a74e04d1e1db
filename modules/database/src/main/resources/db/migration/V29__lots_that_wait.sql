-- Records that wait for a person to say their section keep their lot from being done. There are few of them at any time:
-- counting such lots reads these, and neither the records nor the lots.
CREATE INDEX credit_record_waiting ON registry.credit_record (submission_id) WHERE state = 'IN_REVIEW';
