-- The letters of one agency and of one run are looked up by people who wait for a page.
CREATE INDEX letter_by_agency ON letter (agency_code);
CREATE INDEX letter_by_run ON letter (run_id) WHERE run_id IS NOT NULL;
