-- Whose rules of publication apply follows from what kind of authority somebody is, and not from the item: it outlives an
-- organisation's ceasing to supply one.
ALTER TABLE registry.organisation ADD COLUMN regime text CHECK (regime IN ('MARKET_SUPERVISION', 'FINANCIAL_SUPERVISION'));
UPDATE registry.organisation o SET regime = s.regime
  FROM (SELECT organisation_id, max(regime) AS regime FROM registry.catalogue_supplier
         WHERE regime IS NOT NULL GROUP BY organisation_id) s
 WHERE s.organisation_id = o.id;
ALTER TABLE registry.catalogue_supplier DROP COLUMN regime;
