-- A register as the last reading left it. Its tasks are read and written whole, so they are one JSON text.
CREATE TABLE register_identity (
    id         text    PRIMARY KEY,
    path       text    NOT NULL,
    title      text    NOT NULL,
    plan_year  integer,
    first_seen text    NOT NULL,
    copies     text    NOT NULL,
    tasks      text    NOT NULL
);
