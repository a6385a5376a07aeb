-- The letters of a day say nearly the same. What long ones and their workbooks are made of is kept once, by its hash; a letter names its pieces in their order.
CREATE TABLE letter_piece (
    hash    text        PRIMARY KEY,
    content {blob}      NOT NULL,
    used_at {timestamp} NOT NULL
);

CREATE INDEX letter_piece_by_use ON letter_piece (used_at);

-- Null where the words stand in html and text.
ALTER TABLE letter ADD COLUMN words {blob};

-- Null where the file stands in content. Made of pieces, a workbook is packed when it leaves.
ALTER TABLE letter_attachment ADD COLUMN pieces {blob};
