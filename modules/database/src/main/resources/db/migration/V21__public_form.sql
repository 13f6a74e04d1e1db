-- Which fields a public record shows, and what they are called, is the same for thousands of records: it is kept once.
-- A record holds the values only, in the form's order; [value, English value] where a standard code has a title in both.
CREATE TABLE publication.public_form (
    id     bigint PRIMARY KEY,             -- digest of the fields
    fields jsonb NOT NULL                  -- [{name, title, titleEn, type}]
);

ALTER TABLE publication.public_record ADD COLUMN form bigint;

ALTER TABLE publication.public_record DISABLE TRIGGER USER;
WITH parts AS (
    SELECT p.record_no,
           coalesce(jsonb_agg(f.field - 'value' - 'valueEn' ORDER BY f.place), '[]') AS fields,
           coalesce(jsonb_agg(CASE WHEN f.field ? 'valueEn' THEN jsonb_build_array(f.field -> 'value', f.field -> 'valueEn')
                                   ELSE f.field -> 'value' END ORDER BY f.place), '[]') AS shown
      FROM publication.public_record p
      LEFT JOIN LATERAL jsonb_array_elements(p.content) WITH ORDINALITY f(field, place) ON true
     GROUP BY p.record_no
), forms AS (
    INSERT INTO publication.public_form (id, fields)
    SELECT DISTINCT ON (1) ('x' || left(encode(sha256(convert_to(fields::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint, fields
      FROM parts
)
UPDATE publication.public_record p
   SET content = parts.shown,
       form = ('x' || left(encode(sha256(convert_to(parts.fields::text, 'UTF8')), 'hex'), 16))::bit(64)::bigint
  FROM parts WHERE parts.record_no = p.record_no;
ALTER TABLE publication.public_record ENABLE TRIGGER USER;

ALTER TABLE publication.public_record ALTER COLUMN form SET NOT NULL;
