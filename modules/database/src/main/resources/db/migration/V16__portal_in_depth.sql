-- What the portal's role may see, as the database itself sees it (rule 9): nothing whose period is over, whether or not
-- anybody has taken it out of the tables yet. And what its pages need at a million subjects (docs/adr/0009).

-- By how much the application's clock runs ahead of the true time; the server writes it when it starts.
CREATE TABLE publication.clock (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    ahead    interval NOT NULL
);
INSERT INTO publication.clock (ahead) VALUES ('0');
REVOKE INSERT, DELETE ON publication.clock FROM ${app_role};

-- Today in Asia/Shanghai by the application's clock; without a clock there is no today and nothing is visible.
CREATE FUNCTION publication.today() RETURNS date LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT ((now() AT TIME ZONE 'Asia/Shanghai') + ahead)::date FROM publication.clock
$$;

ALTER TABLE publication.public_record
    ADD COLUMN supplier_en   text,
    ADD COLUMN division_code text,
    ADD COLUMN series        text;   -- digest of the item's series key; null where the record stands alone

UPDATE publication.public_record p
   SET supplier_en = o.name_en, division_code = s.division_code
  FROM registry.credit_record r
  JOIN registry.organisation o ON o.id = r.organisation_id, publication.public_subject s
 WHERE r.record_no = p.record_no AND s.public_id = p.public_id;

-- The same digest as SeriesKey: item and values, and only where every field of the key is public anyway.
WITH keyed AS (
    SELECT r.record_no,
           string_agg(c.content ->> k.name, chr(31) ORDER BY k.place) AS key_values,
           bool_and(coalesce(c.content ->> k.name, '') <> ''
               AND coalesce((f.field ->> 'disclosed')::boolean, NOT coalesce((f.field ->> 'personal')::boolean, false))
               AND NOT coalesce((f.field ->> 'personal')::boolean, false)) AS complete
      FROM registry.credit_record r
      JOIN registry.record_content c ON c.record_id = r.id AND c.version = r.content_version
      JOIN registry.catalogue_item_version v ON v.id = r.item_version_id
     CROSS JOIN LATERAL jsonb_array_elements_text(v.definition -> 'seriesKey') WITH ORDINALITY k(name, place)
      LEFT JOIN LATERAL (SELECT e AS field FROM jsonb_array_elements(v.definition -> 'fields') e
                          WHERE e ->> 'name' = k.name) f ON true
     WHERE k.name <> 'subject'
     GROUP BY r.record_no
)
UPDATE publication.public_record p
   SET series = left(encode(sha256(convert_to(p.item_code || chr(31) || keyed.key_values, 'UTF8')), 'hex'), 32)
  FROM keyed
 WHERE keyed.record_no = p.record_no AND keyed.complete;

CREATE INDEX public_record_newest ON publication.public_record (published_on DESC, record_no DESC);
CREATE INDEX public_record_place ON publication.public_record (section, division_code, published_on DESC, record_no DESC);
CREATE INDEX public_record_series
    ON publication.public_record (public_id, series, (coalesce(decided_on, published_on)) DESC, record_no DESC)
 WHERE series IS NOT NULL;
CREATE INDEX public_record_until ON publication.public_record (public_id, section, ends_on DESC NULLS FIRST);

-- Until when a subject has anything to show in a section: kept here, so that a search need not ask every record.
ALTER TABLE publication.public_subject
    ADD COLUMN identity_until date,
    ADD COLUMN good_until     date,
    ADD COLUMN warning_until  date,
    ADD COLUMN alert_until    date,
    ADD COLUMN other_until    date,
    ADD COLUMN visible_until  date GENERATED ALWAYS AS
        (greatest(identity_until, good_until, warning_until, alert_until, other_until)) STORED,
    ADD COLUMN search_name    text GENERATED ALWAYS AS (split_part(search_text, '|', 1)) STORED,
    SET (fillfactor = 85);
CREATE INDEX public_subject_name ON publication.public_subject (search_name COLLATE "C", public_id);
CREATE INDEX public_subject_place ON publication.public_subject (division_code);
-- read without the table: a sample of the register in an order that has nothing to do with names
CREATE INDEX public_subject_scan ON publication.public_subject (public_id)
    INCLUDE (search_text, visible_until, division_code);

-- Whoever changes records, and however many with one statement: their subjects follow. The subjects are locked first and
-- read in a new statement, so that of two transactions the second sees what the first has done.
CREATE FUNCTION publication.subjects_follow() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    affected text[];
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
    PERFORM 1 FROM publication.public_subject WHERE public_id = ANY (affected) ORDER BY public_id FOR UPDATE;
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
    IF TG_OP <> 'INSERT' THEN
        DELETE FROM publication.public_subject s
         WHERE s.public_id = ANY (affected) AND s.visible_until IS NULL;
    END IF;
    RETURN NULL;
END $$;

UPDATE publication.public_subject s
   SET identity_until = x.identity_until, good_until = x.good_until, warning_until = x.warning_until,
       alert_until = x.alert_until, other_until = x.other_until
  FROM (SELECT public_id,
               max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'IDENTITY') AS identity_until,
               max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'GOOD') AS good_until,
               max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'WARNING') AS warning_until,
               max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'ALERT') AS alert_until,
               max(coalesce(ends_on, 'infinity')) FILTER (WHERE section = 'OTHER') AS other_until
          FROM publication.public_record GROUP BY public_id) x
 WHERE s.public_id = x.public_id;
DELETE FROM publication.public_subject WHERE visible_until IS NULL;

CREATE TRIGGER subjects_follow_insert AFTER INSERT ON publication.public_record
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION publication.subjects_follow();
CREATE TRIGGER subjects_follow_update AFTER UPDATE ON publication.public_record
    REFERENCING NEW TABLE AS changed OLD TABLE AS former
    FOR EACH STATEMENT EXECUTE FUNCTION publication.subjects_follow();
CREATE TRIGGER subjects_follow_delete AFTER DELETE ON publication.public_record
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION publication.subjects_follow();

-- A subject that moves takes its records along in the lists of its place.
CREATE FUNCTION publication.records_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE publication.public_record SET division_code = NEW.division_code WHERE public_id = NEW.public_id;
    RETURN NULL;
END $$;
CREATE TRIGGER records_follow AFTER UPDATE OF division_code ON publication.public_subject
    FOR EACH ROW WHEN (OLD.division_code IS DISTINCT FROM NEW.division_code)
    EXECUTE FUNCTION publication.records_follow();

-- The portal's role. Records: row level security, which no query can get round. Subjects: a view; it is not a security
-- barrier, because a barrier would keep the search from its index (array and LIKE operators may leak).
ALTER TABLE publication.public_record ENABLE ROW LEVEL SECURITY;
CREATE POLICY application ON publication.public_record TO ${app_role} USING (true) WITH CHECK (true);
CREATE POLICY visible ON publication.public_record FOR SELECT TO ${portal_role}
    USING (ends_on IS NULL OR ends_on >= (SELECT publication.today()));

REVOKE ALL ON publication.public_subject, publication.public_subject_code FROM ${portal_role};
CREATE VIEW publication.visible_subject AS
    SELECT s.public_id, s.code, s.name, s.former_names, s.search_text, s.search_name, s.bigrams, s.kind,
           s.division_code, s.status, s.visible_until,
           s.identity_until >= (SELECT publication.today()) AS has_identity,
           s.good_until >= (SELECT publication.today()) AS has_good,
           s.warning_until >= (SELECT publication.today()) AS has_warning,
           s.alert_until >= (SELECT publication.today()) AS has_alert,
           s.other_until >= (SELECT publication.today()) AS has_other
      FROM publication.public_subject s
     WHERE s.visible_until >= (SELECT publication.today());
CREATE VIEW publication.visible_subject_code AS
    SELECT c.code, c.public_id
      FROM publication.public_subject_code c
      JOIN publication.public_subject s USING (public_id)
     WHERE s.visible_until >= (SELECT publication.today());
REVOKE INSERT, UPDATE, DELETE ON publication.visible_subject, publication.visible_subject_code FROM ${app_role};
