-- Counts what was remembered of registers: a worker whose number is still the same need not read it all again.
CREATE TABLE register_identity_revision (
    revision bigint NOT NULL
);
INSERT INTO register_identity_revision (revision) VALUES (0);
