-- A decision that came to nothing passes the task to its group: the trail says so (docs/adr/0019). The reason is the code of
-- what refused it, as in withdrawn_decision.
ALTER TABLE registry.task_event DROP CONSTRAINT task_event_act_check;
ALTER TABLE registry.task_event ADD CONSTRAINT task_event_act_check
    CHECK (act IN ('CLAIM','RELEASE','TAKE_OVER','REASSIGN','RETURN_TO_POOL','LAPSE'));
ALTER TABLE registry.task_event ADD CONSTRAINT task_event_lapse_reason CHECK (reason IS NOT NULL OR act <> 'LAPSE');
