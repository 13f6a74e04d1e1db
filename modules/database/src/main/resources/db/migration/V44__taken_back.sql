-- A lot that its clerk takes back leaves the hands of whoever was reviewing it (docs/adr/0022).
ALTER TABLE registry.task_event DROP CONSTRAINT task_event_act_check;
ALTER TABLE registry.task_event ADD CONSTRAINT task_event_act_check
    CHECK (act IN ('CLAIM','RELEASE','TAKE_OVER','REASSIGN','RETURN_TO_POOL','LAPSE','LOT_TAKEN_BACK'));
ALTER TABLE registry.task_event ADD CONSTRAINT task_event_taken_back_reason
    CHECK (reason IS NOT NULL OR act <> 'LOT_TAKEN_BACK');
