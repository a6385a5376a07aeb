-- Counts what was remembered of registers, in one row: a worker whose number is still the same need not read it all again.
CREATE TABLE register_identity_revision (
    id       integer PRIMARY KEY,
    revision bigint  NOT NULL
);
