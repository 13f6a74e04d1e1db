-- Whenever a task ends the engine asks for its subtasks, and by itself has no index for the question: every decision read
-- all open tasks of all departments. No model has subtasks, so the index stays empty and costs nothing to keep.
CREATE INDEX act_ru_task_parent ON engine.act_ru_task (parent_task_id_) WHERE parent_task_id_ IS NOT NULL;
