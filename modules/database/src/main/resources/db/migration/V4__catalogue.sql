-- The catalogue: an item's definition is data, so that a new item needs no code (E06, D23).
CREATE SEQUENCE registry.catalogue_seq START WITH 50 INCREMENT BY 50;

CREATE TABLE registry.code_table (
    name  text PRIMARY KEY,
    title text NOT NULL,
    definition jsonb NOT NULL           -- values with titles and aliases, as CodeTableDefinition
);

CREATE TABLE registry.catalogue_item (
    id      bigint PRIMARY KEY,
    code    text NOT NULL UNIQUE,
    name    text NOT NULL,
    name_en text NOT NULL
);

CREATE TABLE registry.catalogue_item_version (
    id             bigint PRIMARY KEY,
    item_id        bigint NOT NULL REFERENCES registry.catalogue_item,
    version        integer NOT NULL,
    definition     jsonb NOT NULL,      -- as ItemDefinition
    effective_from date NOT NULL,
    UNIQUE (item_id, version)
);

CREATE TABLE registry.catalogue_supplier (
    item_id         bigint NOT NULL REFERENCES registry.catalogue_item,
    organisation_id bigint NOT NULL REFERENCES registry.organisation,
    -- the supplier's standing declaration of scope for this item (G01); null: none, the lot or the row must say it
    standing_scope  text CHECK (standing_scope IN ('PUBLIC','GOVERNMENT','AUTHORISED')),
    declared_by     text,
    declared_on     date,
    PRIMARY KEY (item_id, organisation_id)
);

CREATE TABLE registry.column_mapping (
    id              bigint PRIMARY KEY,
    item_id         bigint NOT NULL REFERENCES registry.catalogue_item,
    organisation_id bigint NOT NULL REFERENCES registry.organisation,
    fingerprint     text NOT NULL,      -- SHA-256 of the normalised header
    mapping         jsonb NOT NULL,
    confirmed_by    text NOT NULL,
    confirmed_at    timestamptz NOT NULL,
    version         integer NOT NULL DEFAULT 0,
    UNIQUE (item_id, organisation_id, fingerprint)
);
