-- What the public may read, and nothing else (rule 9). Written in the transaction that publishes.
CREATE FUNCTION publication.bigrams(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT coalesce(array_agg(DISTINCT substr($1, i, 2)), '{}')
      FROM generate_series(1, length($1) - 1) i
     WHERE position('|' IN substr($1, i, 2)) = 0
$$;

CREATE TABLE publication.public_subject (
    public_id     text PRIMARY KEY,
    code          text UNIQUE,
    name          text NOT NULL,
    former_names  text[] NOT NULL DEFAULT '{}',
    search_text   text NOT NULL,                -- normalised names, joined by |
    bigrams       text[] GENERATED ALWAYS AS (publication.bigrams(search_text)) STORED,
    kind          text NOT NULL,
    division_code text,
    status        text,
    updated_at    timestamptz NOT NULL
);
CREATE INDEX public_subject_bigrams ON publication.public_subject USING gin (bigrams);

-- older codes of organisations; a citizen's number is never one of them
CREATE TABLE publication.public_subject_code (
    code      text PRIMARY KEY,
    public_id text NOT NULL REFERENCES publication.public_subject ON DELETE CASCADE
);

CREATE TABLE publication.public_record (
    record_no     text PRIMARY KEY,
    public_id     text NOT NULL REFERENCES publication.public_subject,
    section       text NOT NULL CHECK (section IN ('IDENTITY','GOOD','WARNING','ALERT','OTHER')),
    item_code     text NOT NULL,
    item          text NOT NULL,
    item_en       text NOT NULL,
    title         text NOT NULL,
    supplier      text NOT NULL,
    legal_basis   text,
    decided_on    date,
    published_on  date NOT NULL,
    ends_on       date,
    disputed      boolean NOT NULL DEFAULT false,
    content       jsonb NOT NULL                -- [{name,title,titleEn,value}] of the disclosed fields, masked
);
CREATE INDEX public_record_subject ON publication.public_record (public_id, section, published_on DESC, record_no DESC);
CREATE INDEX public_record_latest ON publication.public_record (section, published_on DESC, record_no DESC);

-- names of places for the portal's pages
CREATE TABLE publication.division (
    code text PRIMARY KEY,
    name text NOT NULL,
    name_en text NOT NULL
);
