-- Monthly partitions of what grows by time. ./run calls it at every start; a default
-- partition takes what no month was made for, so that nothing is ever refused for want of one.
CREATE FUNCTION registry.ensure_partitions(months_ahead integer) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER SET search_path = registry, pg_temp AS $$
DECLARE
    parent text;
    first_day date;
    made integer := 0;
    part text;
BEGIN
    FOREACH parent IN ARRAY ARRAY['raw_row','staged_row','finding','credit_record_event'] LOOP
        FOR k IN 0..months_ahead LOOP
            first_day := (date_trunc('month', now() AT TIME ZONE 'Asia/Shanghai') + make_interval(months => k))::date;
            part := parent || '_' || to_char(first_day, 'YYYYMM');
            IF to_regclass('registry.' || part) IS NULL THEN
                BEGIN
                    EXECUTE format('CREATE TABLE registry.%I PARTITION OF registry.%I FOR VALUES FROM (%L) TO (%L)',
                        part, parent,
                        first_day::timestamp AT TIME ZONE 'Asia/Shanghai',
                        (first_day + interval '1 month')::timestamp AT TIME ZONE 'Asia/Shanghai');
                    -- reached through its parent only, where the append-only rights stand
                    EXECUTE format('REVOKE ALL ON registry.%I FROM ${app_role}', part);
                    made := made + 1;
                EXCEPTION WHEN check_violation THEN
                    NULL; -- the default partition already holds rows of that month; they stay there
                END;
            END IF;
        END LOOP;
    END LOOP;
    RETURN made;
END $$;

CREATE TABLE registry.raw_row_default PARTITION OF registry.raw_row DEFAULT;
CREATE TABLE registry.staged_row_default PARTITION OF registry.staged_row DEFAULT;
CREATE TABLE registry.finding_default PARTITION OF registry.finding DEFAULT;
CREATE TABLE registry.credit_record_event_default PARTITION OF registry.credit_record_event DEFAULT;
SELECT registry.ensure_partitions(12);

REVOKE ALL ON registry.raw_row_default, registry.staged_row_default, registry.finding_default,
    registry.credit_record_event_default FROM ${app_role};
GRANT EXECUTE ON FUNCTION registry.ensure_partitions(integer) TO ${app_role};
