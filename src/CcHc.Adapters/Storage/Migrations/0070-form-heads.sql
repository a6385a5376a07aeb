-- Who was asked stands beside what was asked: a page about a country's forms would otherwise read a hundred megabytes to name their agencies.
ALTER TABLE issued_form ADD COLUMN version text NOT NULL DEFAULT '';
ALTER TABLE issued_form ADD COLUMN issued_on text NOT NULL DEFAULT '0001-01-01';
ALTER TABLE issued_form ADD COLUMN agency_name text NOT NULL DEFAULT '';
ALTER TABLE issued_form ADD COLUMN agency_group text NOT NULL DEFAULT '';
UPDATE issued_form SET
    version = coalesce(CAST(content AS {json}) ->> 'Version', ''),
    issued_on = coalesce(CAST(content AS {json}) ->> 'IssuedOn', '0001-01-01'),
    agency_name = coalesce(CAST(content AS {json}) ->> 'AgencyName', ''),
    agency_group = coalesce(CAST(content AS {json}) ->> 'AgencyGroup', '');
-- SQLite goes through a long content to reach the columns behind it, and reads these from here.
CREATE INDEX issued_form_head ON issued_form (period, agency_code, file, version, issued_on, agency_name, agency_group);
