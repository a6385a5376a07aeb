-- Answer sheets that came in, whatever is wrong with them, with their bytes: the file itself may be replaced or deleted.
CREATE TABLE answer_file (
    file        text        NOT NULL,
    hash        text        NOT NULL,
    agency_code text        NOT NULL,
    origin      text        NOT NULL CHECK (origin IN ('folder', 'mail')),
    received_at {timestamp} NOT NULL,
    state       text        NOT NULL CHECK (state IN ('taken', 'partly', 'refused')),
    receipt     text        NOT NULL CHECK (receipt IN ('due', 'queued', 'none')),
    reading     text        NOT NULL,
    bytes       {blob}      NOT NULL,
    PRIMARY KEY (file, hash)
);

CREATE INDEX answer_file_by_time ON answer_file (received_at);
CREATE INDEX answer_file_receipt_due ON answer_file (received_at) WHERE receipt = 'due';

-- What an agency says of a task, and what somebody at the office decided. Nothing is ever taken out.
CREATE TABLE agency_answer (
    id              {identity},
    agency_code     text        NOT NULL,
    row_key         text        NOT NULL,
    task_key        text        NOT NULL,
    fingerprint     text        NOT NULL,
    statement       text        NOT NULL,
    said_on         text        NOT NULL,
    said_at         {timestamp} NOT NULL,
    file            text        NOT NULL,
    hash            text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('waiting', 'accepted', 'refused', 'noted', 'replaced')),
    decided_by      text        NOT NULL DEFAULT '',
    decided_at      {timestamp},
    decision_reason text        NOT NULL DEFAULT '',
    granted_to      text,
    told_in         text        NOT NULL DEFAULT '',
    FOREIGN KEY (file, hash) REFERENCES answer_file (file, hash)
);

CREATE INDEX agency_answer_by_row ON agency_answer (agency_code, row_key);
CREATE INDEX agency_answer_by_task ON agency_answer (task_key);
CREATE INDEX agency_answer_waiting ON agency_answer (id) WHERE state = 'waiting';
CREATE INDEX agency_answer_untold ON agency_answer (id) WHERE told_in = '' AND state IN ('accepted', 'refused');
