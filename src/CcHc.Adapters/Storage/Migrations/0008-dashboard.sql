-- Who may log in to the dashboard. Names are compared in lower case.
CREATE TABLE person (
    name          text        PRIMARY KEY,
    full_name     text        NOT NULL,
    role          text        NOT NULL CHECK (role IN ('viewer', 'operator', 'admin')),
    password_hash text        NOT NULL,
    stamp         text        NOT NULL,
    is_disabled   integer     NOT NULL DEFAULT 0,
    failures      integer     NOT NULL DEFAULT 0,
    locked_until  {timestamp},
    created_at    {timestamp} NOT NULL,
    seen_at       {timestamp}
);

-- Who did what; written before it is done.
CREATE TABLE audit (
    id      {identity},
    at      {timestamp} NOT NULL,
    person  text        NOT NULL,
    action  text        NOT NULL,
    subject text        NOT NULL,
    detail  text        NOT NULL,
    address text        NOT NULL
);

CREATE INDEX audit_by_time ON audit (at);

-- "Run now": left by the dashboard, taken by a worker. One waits for each job at most.
CREATE TABLE run_request (
    id       text        PRIMARY KEY,
    job      text        NOT NULL,
    asked_at {timestamp} NOT NULL,
    asked_by text        NOT NULL,
    ask      text        NOT NULL,
    taken_at {timestamp}
);

CREATE UNIQUE INDEX run_request_waiting ON run_request (job, ask) WHERE taken_at IS NULL;

-- Jobs a person has paused.
CREATE TABLE job_pause (
    job      text        PRIMARY KEY,
    until_at {timestamp} NOT NULL,
    person   text        NOT NULL,
    reason   text        NOT NULL
);

-- What the worker plans, for those who only look.
CREATE TABLE job_plan (
    job        text        PRIMARY KEY,
    duty       text        NOT NULL,
    schedule   text        NOT NULL,
    is_enabled integer     NOT NULL,
    next_at    {timestamp},
    updated_at {timestamp} NOT NULL
);

-- The last reading of the office's workbooks, whole, as the dashboard shows it.
CREATE TABLE board (
    id          integer     PRIMARY KEY CHECK (id = 1),
    fingerprint text        NOT NULL,
    taken_at    {timestamp} NOT NULL,
    content     {blob}      NOT NULL
);

-- The secret part of an agency's calendar link.
CREATE TABLE calendar_feed (
    agency_code text PRIMARY KEY,
    secret      text NOT NULL UNIQUE
);
