-- A foreign key asks once a row, and six questions a record were half of what it cost to write one. The same is asked
-- here once a statement, and more strictly: a record has item, version and supplier of its lot, whose own keys stand.
-- What is referred to cannot go: nobody but the owner deletes it.
REVOKE DELETE ON registry.credit_record, registry.submission, registry.organisation, registry.catalogue_item
    FROM ${app_role};

CREATE FUNCTION registry.added_records_are_of_their_lots() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM (SELECT DISTINCT submission_id, item_id, item_version_id, organisation_id FROM added) a
                WHERE NOT EXISTS (SELECT 1 FROM registry.submission s
                                   WHERE s.id = a.submission_id AND s.item_id = a.item_id
                                     AND s.item_version_id = a.item_version_id
                                     AND s.organisation_id = a.organisation_id)) THEN
        RAISE EXCEPTION 'a record is of no lot of its item and supplier'
            USING ERRCODE = '23503', CONSTRAINT = 'record_is_of_its_lot';
    END IF;
    RETURN NULL;
END $$;
CREATE FUNCTION registry.changed_record_is_of_its_lot() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT 1 FROM registry.submission s
                    WHERE s.id = NEW.submission_id AND s.item_id = NEW.item_id
                      AND s.item_version_id = NEW.item_version_id AND s.organisation_id = NEW.organisation_id) THEN
        RAISE EXCEPTION 'record % is of no lot of its item and supplier', NEW.record_no
            USING ERRCODE = '23503', CONSTRAINT = 'record_is_of_its_lot';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER added_records_are_of_their_lots AFTER INSERT ON registry.credit_record
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.added_records_are_of_their_lots();
CREATE TRIGGER changed_record_is_of_its_lot AFTER UPDATE ON registry.credit_record FOR EACH ROW
    WHEN ((OLD.submission_id, OLD.item_id, OLD.item_version_id, OLD.organisation_id)
          IS DISTINCT FROM (NEW.submission_id, NEW.item_id, NEW.item_version_id, NEW.organisation_id))
    EXECUTE FUNCTION registry.changed_record_is_of_its_lot();
ALTER TABLE registry.credit_record
    DROP CONSTRAINT credit_record_item_id_fkey,
    DROP CONSTRAINT credit_record_item_version_id_fkey,
    DROP CONSTRAINT credit_record_organisation_id_fkey,
    DROP CONSTRAINT credit_record_submission_id_fkey;

CREATE FUNCTION registry.record_subjects_have_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM added a
                WHERE NOT EXISTS (SELECT 1 FROM registry.credit_record r WHERE r.id = a.record_id)) THEN
        RAISE EXCEPTION 'a subject was given to a record that does not exist'
            USING ERRCODE = '23503', CONSTRAINT = 'record_subjects_have_records';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER record_subjects_have_records AFTER INSERT ON registry.record_subject
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.record_subjects_have_records();
CREATE TRIGGER changed_record_subjects_have_records AFTER UPDATE ON registry.record_subject
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION registry.record_subjects_have_records();
ALTER TABLE registry.record_subject DROP CONSTRAINT record_subject_record_id_fkey;

-- On the portal the subjects of changed records are locked anyway: whoever is not there to be locked does not exist.
-- New records can only lengthen what a subject shows; the records that are there already need not be read for that.
CREATE OR REPLACE FUNCTION publication.subjects_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    affected text[];
    present bigint;
BEGIN
    IF TG_OP = 'UPDATE' THEN
        SELECT array_agg(DISTINCT public_id) INTO affected
          FROM (SELECT public_id FROM changed UNION ALL SELECT public_id FROM former) x;
    ELSE
        SELECT array_agg(DISTINCT public_id) INTO affected FROM changed;
    END IF;
    IF affected IS NULL THEN
        RETURN NULL;
    END IF;
    SELECT count(*) INTO present FROM
        (SELECT 1 FROM publication.public_subject WHERE public_id = ANY (affected) ORDER BY public_id FOR UPDATE) x;
    IF TG_OP <> 'DELETE' AND present < cardinality(affected) AND EXISTS
            (SELECT 1 FROM changed c
              WHERE NOT EXISTS (SELECT 1 FROM publication.public_subject s WHERE s.public_id = c.public_id)) THEN
        RAISE EXCEPTION 'a public record is of a subject that is not public'
            USING ERRCODE = '23503', CONSTRAINT = 'public_records_have_subjects';
    END IF;
    IF TG_OP = 'INSERT' THEN
        UPDATE publication.public_subject s
           SET identity_until = greatest(s.identity_until, x.identity_until),
               good_until = greatest(s.good_until, x.good_until),
               warning_until = greatest(s.warning_until, x.warning_until),
               alert_until = greatest(s.alert_until, x.alert_until),
               other_until = greatest(s.other_until, x.other_until)
          FROM (SELECT public_id,
                       max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'IDENTITY') AS identity_until,
                       max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'GOOD') AS good_until,
                       max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'WARNING') AS warning_until,
                       max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'ALERT') AS alert_until,
                       max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'OTHER') AS other_until
                  FROM changed GROUP BY public_id) x
         WHERE s.public_id = x.public_id
           AND (s.identity_until, s.good_until, s.warning_until, s.alert_until, s.other_until) IS DISTINCT FROM
               (greatest(s.identity_until, x.identity_until), greatest(s.good_until, x.good_until),
                greatest(s.warning_until, x.warning_until), greatest(s.alert_until, x.alert_until),
                greatest(s.other_until, x.other_until));
        RETURN NULL;
    END IF;
    UPDATE publication.public_subject s
       SET identity_until = x.identity_until, good_until = x.good_until, warning_until = x.warning_until,
           alert_until = x.alert_until, other_until = x.other_until
      FROM (SELECT a.public_id,
                   max(u.until) FILTER (WHERE part.name = 'IDENTITY') AS identity_until,
                   max(u.until) FILTER (WHERE part.name = 'GOOD') AS good_until,
                   max(u.until) FILTER (WHERE part.name = 'WARNING') AS warning_until,
                   max(u.until) FILTER (WHERE part.name = 'ALERT') AS alert_until,
                   max(u.until) FILTER (WHERE part.name = 'OTHER') AS other_until
              FROM unnest(affected) a(public_id)
             CROSS JOIN unnest(ARRAY['IDENTITY','GOOD','WARNING','ALERT','OTHER']) part(name)
              LEFT JOIN LATERAL (SELECT coalesce(r.ends_on, 'infinity') AS until
                                   FROM publication.public_record r
                                  WHERE r.public_id = a.public_id AND r.section = part.name
                                  ORDER BY r.ends_on DESC NULLS FIRST LIMIT 1) u ON true
             GROUP BY a.public_id) x
     WHERE s.public_id = x.public_id
       AND (s.identity_until, s.good_until, s.warning_until, s.alert_until, s.other_until)
           IS DISTINCT FROM (x.identity_until, x.good_until, x.warning_until, x.alert_until, x.other_until);
    DELETE FROM publication.public_subject s
     WHERE s.public_id = ANY (affected) AND s.visible_until IS NULL;
    RETURN NULL;
END $$;

CREATE FUNCTION publication.subject_leaves_no_records() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (SELECT 1 FROM gone g JOIN publication.public_record r USING (public_id)) THEN
        RAISE EXCEPTION 'a subject that is shown was deleted'
            USING ERRCODE = '23503', CONSTRAINT = 'subject_leaves_no_records';
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER subject_leaves_no_records AFTER DELETE ON publication.public_subject
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION publication.subject_leaves_no_records();
ALTER TABLE publication.public_record DROP CONSTRAINT public_record_public_id_fkey;
