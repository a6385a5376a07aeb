-- What was found in the office's workbooks, since when and until when.
CREATE TABLE finding (
    answer_code text PRIMARY KEY,
    severity    text NOT NULL CHECK (severity IN ('info', 'warning', 'error')),
    code        text NOT NULL,
    file        text NOT NULL,
    sheet       text,
    cell        text,
    message     text NOT NULL,
    remedy      text NOT NULL,
    first_seen  text NOT NULL,
    last_seen   text NOT NULL,
    gone_on     text
);

-- What the office answered to a finding or to the reading of a deadline phrase.
CREATE TABLE answer (
    code        text PRIMARY KEY,
    verdict     text NOT NULL CHECK (verdict IN ('right', 'wrong')),
    note        text NOT NULL,
    answered_on text NOT NULL
);
