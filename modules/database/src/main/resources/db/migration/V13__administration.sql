-- Items, suppliers, code tables, organisations and accounts change without a migration (E06, E16, F23, G12).
ALTER TABLE registry.catalogue_item ADD COLUMN revision integer NOT NULL DEFAULT 0;
ALTER TABLE registry.code_table ADD COLUMN revision integer NOT NULL DEFAULT 0;
ALTER TABLE registry.organisation ADD COLUMN revision integer NOT NULL DEFAULT 0;

-- A version is replaced by taking it out and putting another in; what a lot was checked with cannot be taken out (its
-- foreign key), and no version can be changed in place.
ALTER TABLE registry.catalogue_item_version ADD COLUMN created_by text, ADD COLUMN created_at timestamptz;
REVOKE UPDATE ON registry.catalogue_item_version FROM ${app_role};
CREATE INDEX submission_item_version ON registry.submission (item_version_id);
CREATE FUNCTION registry.catalogue_versions_in_use(item bigint) RETURNS SETOF bigint LANGUAGE sql STABLE AS $$
    SELECT v.id FROM registry.catalogue_item_version v
     WHERE v.item_id = item AND EXISTS (SELECT FROM registry.submission s WHERE s.item_version_id = v.id)
$$;

-- The standing declaration of scope is made for a version; with another version it has to be made anew (G01).
ALTER TABLE registry.catalogue_supplier ADD COLUMN declared_version integer;
UPDATE registry.catalogue_supplier s
   SET declared_version = (SELECT max(v.version) FROM registry.catalogue_item_version v WHERE v.item_id = s.item_id)
 WHERE s.standing_scope IS NOT NULL;
ALTER TABLE registry.catalogue_supplier ADD CONSTRAINT declared_by_somebody CHECK (standing_scope IS NULL
    OR (declared_by IS NOT NULL AND declared_on IS NOT NULL AND declared_version IS NOT NULL));

-- Nobody works under a password that somebody else knows.
ALTER TABLE registry.app_user ADD COLUMN password_one_time boolean NOT NULL DEFAULT false,
    ADD COLUMN password_expires_at timestamptz;
ALTER TABLE registry.sign_in_event DROP CONSTRAINT sign_in_event_outcome_check;
ALTER TABLE registry.sign_in_event ADD CONSTRAINT sign_in_event_outcome_check
    CHECK (outcome IN ('SUCCESS','WRONG','LOCKED','DISABLED','SIGNED_OUT','ONE_TIME','PASSWORD_CHANGED'));

-- Who changed what of the catalogue, the organisations and the accounts; can only be added to.
CREATE TABLE registry.administration_event (
    id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    occurred_at     timestamptz NOT NULL,
    actor           text NOT NULL,
    organisation_id bigint,
    action          text NOT NULL,
    object_kind     text NOT NULL CHECK (object_kind IN ('ITEM','SUPPLIER','CODE_TABLE','ORGANISATION','ACCOUNT')),
    object_id       text NOT NULL,
    details         jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX administration_event_object ON registry.administration_event (object_kind, object_id, occurred_at);
REVOKE UPDATE, DELETE ON registry.administration_event FROM ${app_role};
