-- Some suppliers publish by rules of their own (市场监督管理行政处罚信息公示规定), and some kinds of decisions and grades have
-- rules of their own: what the tables ask for is kept with the record.
ALTER TABLE registry.catalogue_supplier ADD COLUMN regime text CHECK (regime IN ('MARKET_SUPERVISION', 'FINANCIAL_SUPERVISION'));
ALTER TABLE registry.credit_record ADD COLUMN regime text, ADD COLUMN kind text;
