-- Plans that were read, by their bytes: the same plan gives one draft and one letter, whatever it is called and wherever it lies.
CREATE TABLE plan_import (
    hash        text        PRIMARY KEY,
    path        text        NOT NULL,
    imported_at {timestamp} NOT NULL,
    -- Name of the draft below du-thao/; empty when the plan was refused.
    draft       text        NOT NULL,
    tasks       integer     NOT NULL,
    doubts      integer     NOT NULL,
    -- Why the plan was refused, with the cure; empty when it was read.
    refusal     text        NOT NULL,
    is_told     integer     NOT NULL
);
