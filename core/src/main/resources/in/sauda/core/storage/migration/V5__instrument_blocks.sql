-- The instruments of a generation in packed blocks of some thousand, see InstrumentBlock: they are only ever read
-- and written as a whole, and 150,000 rows of fifteen columns took a second of every start.
-- What was kept row by row is read again from the backup of the master file.
CREATE TABLE instrument_blocks (
    generation BIGINT             NOT NULL,
    number     INT                NOT NULL, -- blocks in the order of the file, from 0
    content    VARBINARY(1048576) NOT NULL,
    PRIMARY KEY (generation, number)
);

DELETE FROM master_import;
DROP TABLE instruments;
