-- Runs that are due and not settled: what is here is handed to Hangfire, again after a crash, until it has ended for good.
CREATE TABLE run_queue (
    job            text        NOT NULL,
    occurrence_key text        NOT NULL,
    asked_by       text        NOT NULL DEFAULT '',
    ask            text        NOT NULL DEFAULT '',
    as_of          text,
    queued_at      {timestamp} NOT NULL,
    retries        integer     NOT NULL DEFAULT 0,
    handovers      integer     NOT NULL DEFAULT 0,
    handed_at      {timestamp},
    hangfire_id    text        NOT NULL DEFAULT '',
    PRIMARY KEY (job, occurrence_key)
);

INSERT INTO run_queue (job, occurrence_key, asked_by, ask, queued_at)
SELECT job, 'asked-' || id, asked_by, ask, asked_at FROM run_request WHERE taken_at IS NULL;

DROP TABLE run_request;

-- What a person asked for, to be asked again when the run is taken over; when its worker last said that it lives; the run in Hangfire; what was logged meanwhile.
ALTER TABLE job_run ADD COLUMN ask text NOT NULL DEFAULT '';
ALTER TABLE job_run ADD COLUMN day_given integer NOT NULL DEFAULT 0;
ALTER TABLE job_run ADD COLUMN alive_at {timestamp};
ALTER TABLE job_run ADD COLUMN hangfire_id text NOT NULL DEFAULT '';
ALTER TABLE job_run ADD COLUMN log text NOT NULL DEFAULT '';

CREATE INDEX job_run_unfinished ON job_run (started_at) WHERE finished_at IS NULL;

-- Quartz keeps its triggers in memory now; these were its clustered store.
DROP TABLE IF EXISTS qrtz_blob_triggers;
DROP TABLE IF EXISTS qrtz_cron_triggers;
DROP TABLE IF EXISTS qrtz_simple_triggers;
DROP TABLE IF EXISTS qrtz_simprop_triggers;
DROP TABLE IF EXISTS qrtz_triggers;
DROP TABLE IF EXISTS qrtz_job_details;
DROP TABLE IF EXISTS qrtz_calendars;
DROP TABLE IF EXISTS qrtz_execution_history;
DROP TABLE IF EXISTS qrtz_fired_triggers;
DROP TABLE IF EXISTS qrtz_job_status;
DROP TABLE IF EXISTS qrtz_locks;
DROP TABLE IF EXISTS qrtz_misfire_history;
DROP TABLE IF EXISTS qrtz_paused_job_grps;
DROP TABLE IF EXISTS qrtz_paused_trigger_grps;
DROP TABLE IF EXISTS qrtz_scheduler_state;
