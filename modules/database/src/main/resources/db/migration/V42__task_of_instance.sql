-- Each timer of a task asks for the open task of its process instance: at midnight tens of thousands of them do.
CREATE INDEX worklist_task_of_instance ON registry.worklist_task (process_instance_id) WHERE state = 'OPEN';
