-- What an agency handed in before is asked for with every file it drops.
CREATE INDEX submission_accepted_of_agency ON submission (agency_code) WHERE state = 'accepted';
