-- {timestamp}, {blob} and {identity} are written as each database knows them.

CREATE TABLE letter (
    message_id   text        PRIMARY KEY,
    kind         text        NOT NULL,
    agency_code  text        NOT NULL,
    run_id       text,
    subject      text        NOT NULL,
    html         text        NOT NULL,
    text         text        NOT NULL,
    created_at   {timestamp} NOT NULL
);

CREATE INDEX letter_by_time ON letter (created_at);

CREATE TABLE letter_attachment (
    message_id   text        NOT NULL REFERENCES letter (message_id) ON DELETE CASCADE,
    position     integer     NOT NULL,
    file_name    text        NOT NULL,
    media_type   text        NOT NULL,
    content      {blob}      NOT NULL,
    PRIMARY KEY (message_id, position)
);

-- One letter to one address: what is claimed, sent and judged.
CREATE TABLE delivery (
    id              {identity},
    message_id      text        NOT NULL REFERENCES letter (message_id) ON DELETE CASCADE,
    address         text        NOT NULL,
    state           text        NOT NULL CHECK (state IN ('queued', 'sending', 'sent', 'try_later', 'refused', 'unknown', 'held')),
    attempts        integer     NOT NULL DEFAULT 0,
    unknowns        integer     NOT NULL DEFAULT 0,
    queued_at       {timestamp} NOT NULL,
    next_attempt_at {timestamp} NOT NULL,
    claim           text,
    claimed_until   {timestamp},
    settled_at      {timestamp},
    delivered_to    text,
    last_error      text,
    UNIQUE (message_id, address)
);

CREATE INDEX delivery_due ON delivery (next_attempt_at, id) WHERE state IN ('queued', 'try_later', 'unknown');
CREATE INDEX delivery_claimed ON delivery (claim) WHERE state = 'sending';

CREATE TABLE reminder (
    task_key      text        NOT NULL,
    milestone_key text        NOT NULL,
    due           text        NOT NULL,
    stage         text        NOT NULL,
    agency_code   text        NOT NULL,
    message_id    text        NOT NULL REFERENCES letter (message_id),
    recorded_at   {timestamp} NOT NULL,
    PRIMARY KEY (task_key, milestone_key, due, stage, agency_code)
);

CREATE INDEX reminder_by_letter ON reminder (message_id);
