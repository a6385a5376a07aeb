CREATE TABLE job_run (
    id             text        PRIMARY KEY,
    job            text        NOT NULL,
    occurrence_key text        NOT NULL,
    attempt        integer     NOT NULL,
    as_of          text        NOT NULL,
    host           text        NOT NULL,
    started_at     {timestamp} NOT NULL,
    overdue_at     {timestamp} NOT NULL,
    finished_at    {timestamp},
    result         text CHECK (result IN ('done', 'done_with_findings', 'partly', 'failed')),
    summary        text        NOT NULL DEFAULT '',
    counts         text        NOT NULL DEFAULT '{}',
    UNIQUE (job, occurrence_key)
);

CREATE INDEX job_run_by_time ON job_run (started_at);
