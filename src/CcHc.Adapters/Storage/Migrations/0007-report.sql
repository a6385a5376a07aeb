-- A period whose forms went out; closed as long as closed_at is set.
CREATE TABLE report_period (
    period    text PRIMARY KEY,
    issued_on text NOT NULL,
    closed_at {timestamp},
    closed_by text NOT NULL DEFAULT ''
);

CREATE TABLE issued_form (
    period      text NOT NULL REFERENCES report_period (period),
    agency_code text NOT NULL,
    file        text NOT NULL,
    content     text NOT NULL,
    PRIMARY KEY (period, agency_code)
);

-- Every content an agency ever dropped under a name, valid or not, with its bytes: the file itself may be replaced or deleted.
CREATE TABLE submission (
    file        text        NOT NULL,
    hash        text        NOT NULL,
    period      text        NOT NULL,
    agency_code text        NOT NULL,
    saved_at    {timestamp} NOT NULL,
    received_at {timestamp} NOT NULL,
    state       text        NOT NULL CHECK (state IN ('accepted', 'replaced', 'duplicate', 'refused', 'after_closing', 'excluded')),
    version     integer     NOT NULL,
    reason      text        NOT NULL,
    changed_at  {timestamp} NOT NULL,
    changed_by  text        NOT NULL,
    receipt     text        NOT NULL CHECK (receipt IN ('due', 'queued', 'none')),
    reading     text        NOT NULL,
    bytes       {blob}      NOT NULL,
    PRIMARY KEY (file, hash)
);

CREATE INDEX submission_by_agency ON submission (period, agency_code);
CREATE INDEX submission_receipt_due ON submission (received_at) WHERE receipt = 'due';

-- Who did what to a period or a dropped file, and why.
CREATE TABLE report_event (
    id      {identity},
    period  text        NOT NULL,
    file    text        NOT NULL,
    hash    text        NOT NULL,
    at      {timestamp} NOT NULL,
    person  text        NOT NULL,
    what    text        NOT NULL,
    reason  text        NOT NULL
);

CREATE INDEX report_event_by_period ON report_event (period, id);

-- Each consolidated workbook written for a period, with everything it said (compressed); of a closing one the bytes are kept.
CREATE TABLE report_output (
    period     text        NOT NULL REFERENCES report_period (period),
    version    integer     NOT NULL,
    kind       text        NOT NULL CHECK (kind IN ('draft', 'closing', 'after_closing')),
    file       text        NOT NULL,
    hash       text        NOT NULL,
    written_at {timestamp} NOT NULL,
    inputs     text        NOT NULL,
    facts      {blob}      NOT NULL,
    bytes      {blob},
    PRIMARY KEY (period, version)
);
