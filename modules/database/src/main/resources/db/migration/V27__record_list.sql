-- Lists of an organisation's records, latest first (record page of the console): every page costs the same.
CREATE INDEX credit_record_list ON registry.credit_record (organisation_id, id);
