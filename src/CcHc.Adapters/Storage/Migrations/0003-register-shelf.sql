CREATE TABLE register_reading (
    path          text        PRIMARY KEY,
    hash          text        NOT NULL,
    size          bigint      NOT NULL,
    modified_at   {timestamp} NOT NULL,
    read_at       {timestamp} NOT NULL,
    tasks         integer     NOT NULL,
    missing_since {timestamp}
);
