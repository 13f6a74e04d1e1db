-- What was decided of late, for the time that steps take (docs/adr/0018).
CREATE INDEX worklist_decided ON registry.worklist_task (decided_at) WHERE state = 'DONE';
