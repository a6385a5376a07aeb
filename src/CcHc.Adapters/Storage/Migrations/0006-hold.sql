-- One row while no letter may leave: a restored backup does not know what went out after it was taken.
CREATE TABLE hold (
    id     integer     PRIMARY KEY CHECK (id = 1),
    since  {timestamp} NOT NULL,
    reason text        NOT NULL
);

-- When a delivery was last handed to a mail server: what a day's limit is counted by.
ALTER TABLE delivery ADD COLUMN attempted_at {timestamp};

CREATE INDEX delivery_by_attempt ON delivery (attempted_at);
