-- Messages of the mailbox, each once: what became of it, and the letter of ours it answers. The raw message stays in the mailbox.
CREATE TABLE incoming_mail (
    id           {identity},
    message_id   text        NOT NULL,
    hash         text        NOT NULL,
    received_at  {timestamp} NOT NULL,
    sent_at      {timestamp},
    from_address text        NOT NULL,
    subject      text        NOT NULL,
    agency_code  text        NOT NULL,
    fate         text        NOT NULL,
    reason       text        NOT NULL,
    words        text        NOT NULL,
    letter_id    text        NOT NULL,
    is_answered  integer     NOT NULL DEFAULT 0,
    seen_by      text        NOT NULL DEFAULT '',
    seen_at      {timestamp},
    UNIQUE (message_id, hash)
);

CREATE INDEX incoming_mail_by_time ON incoming_mail (received_at);
CREATE INDEX incoming_mail_by_sender ON incoming_mail (from_address, received_at);

-- What was attached, with the bytes that were kept and what became of each.
CREATE TABLE incoming_file (
    mail_id    bigint  NOT NULL REFERENCES incoming_mail (id) ON DELETE CASCADE,
    position   integer NOT NULL,
    file_name  text    NOT NULL,
    media_type text    NOT NULL,
    became     text    NOT NULL,
    content    {blob}  NOT NULL,
    PRIMARY KEY (mail_id, position)
);

-- A message being read. One that is still here after several tries broke the program each time, and is not opened again.
CREATE TABLE incoming_try (
    raw_hash text    PRIMARY KEY,
    tries    integer NOT NULL
);

-- A delivery report said later that a letter taken by the server did not arrive.
ALTER TABLE delivery ADD COLUMN bounced_at {timestamp};
ALTER TABLE delivery ADD COLUMN bounce text;

CREATE INDEX delivery_bounced ON delivery (bounced_at) WHERE bounced_at IS NOT NULL;
