-- An inbox of a hundred thousand tasks costs what one of a thousand costs (docs/adr/0005).

-- Pages: what has no deadline stands last, so that the place where a page begins is one place in the index.
CREATE INDEX worklist_due ON registry.worklist_task
    (organisation_id, owner_role, (coalesce(due_on, DATE '9999-12-31')), id) WHERE state = 'OPEN';
DROP INDEX registry.worklist_open;

-- Counts: every statement that opens or closes tasks leaves its difference, by group and deadline; whoever reads adds them
-- up and packs them, as with registry.record_state_change.
CREATE TABLE registry.worklist_change (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_id bigint NOT NULL,
    owner_role      text NOT NULL,
    due_on          date,
    change          bigint NOT NULL
);
CREATE INDEX worklist_change_group ON registry.worklist_change (organisation_id, owner_role);

CREATE FUNCTION registry.count_added_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry.worklist_change (organisation_id, owner_role, due_on, change)
    SELECT organisation_id, owner_role, due_on, count(*) FROM added WHERE state = 'OPEN' GROUP BY 1, 2, 3;
    RETURN NULL;
END $$;
CREATE FUNCTION registry.count_changed_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry.worklist_change (organisation_id, owner_role, due_on, change)
    SELECT organisation_id, owner_role, due_on, sum(n)
      FROM (SELECT organisation_id, owner_role, due_on, 1 AS n FROM after_it WHERE state = 'OPEN'
            UNION ALL
            SELECT organisation_id, owner_role, due_on, -1 FROM before_it WHERE state = 'OPEN') c
     GROUP BY 1, 2, 3 HAVING sum(n) <> 0;
    RETURN NULL;
END $$;
CREATE FUNCTION registry.count_removed_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO registry.worklist_change (organisation_id, owner_role, due_on, change)
    SELECT organisation_id, owner_role, due_on, -count(*) FROM removed WHERE state = 'OPEN' GROUP BY 1, 2, 3;
    RETURN NULL;
END $$;
CREATE TRIGGER count_added_tasks AFTER INSERT ON registry.worklist_task
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.count_added_tasks();
CREATE TRIGGER count_changed_tasks AFTER UPDATE ON registry.worklist_task
    REFERENCING OLD TABLE AS before_it NEW TABLE AS after_it
    FOR EACH STATEMENT EXECUTE FUNCTION registry.count_changed_tasks();
CREATE TRIGGER count_removed_tasks AFTER DELETE ON registry.worklist_task
    REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION registry.count_removed_tasks();
INSERT INTO registry.worklist_change (organisation_id, owner_role, due_on, change)
    SELECT organisation_id, owner_role, due_on, count(*) FROM registry.worklist_task WHERE state = 'OPEN' GROUP BY 1, 2, 3;
