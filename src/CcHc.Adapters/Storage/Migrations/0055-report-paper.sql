-- Papers an agency sent beside its form (văn bản kèm theo): kept with the period's reports, never read.
CREATE TABLE report_paper (
    file        text        NOT NULL,
    hash        text        NOT NULL,
    period      text        NOT NULL,
    agency_code text        NOT NULL,
    saved_at    {timestamp} NOT NULL,
    received_at {timestamp} NOT NULL,
    receipt     text        NOT NULL CHECK (receipt IN ('due', 'queued', 'none')),
    bytes       {blob}      NOT NULL,
    PRIMARY KEY (file, hash)
);

CREATE INDEX report_paper_by_period ON report_paper (period, agency_code);
