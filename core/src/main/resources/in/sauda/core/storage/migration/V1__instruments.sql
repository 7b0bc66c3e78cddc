-- Which generation of a broker's instrument master is in force: the newest row of that master.
-- This one small row is written last, so an import is either here as a whole or not at all.
CREATE TABLE master_import (
    generation   BIGINT        NOT NULL PRIMARY KEY,
    master       VARCHAR(32)   NOT NULL, -- name of the cache, usually the broker
    source       VARCHAR(1024) NOT NULL, -- where the file came from
    imported_at  BIGINT        NOT NULL, -- epoch milliseconds UTC at which the file was fetched
    accepted     INT           NOT NULL,
    rejected     INT           NOT NULL,
    reasons      VARCHAR(65536) NOT NULL, -- JSON object: reason -> count
    sha256       CHAR(64)      NOT NULL  -- of the raw, unzipped file
);
CREATE INDEX master_import_master ON master_import (master, generation);

CREATE SEQUENCE master_generation;

-- The instruments themselves. The id is generation * 2^24 + row number: appending in key order is five times
-- faster than a random key, and a generation is one range. Prices are fixed-point with the decimals of the segment.
CREATE TABLE instruments (
    id              BIGINT       NOT NULL PRIMARY KEY,
    broker          VARCHAR(32)  NOT NULL,
    segment         VARCHAR(8)   NOT NULL,
    token           VARCHAR(64)  NOT NULL,
    symbol          VARCHAR(128) NOT NULL,
    name            VARCHAR(256) NOT NULL,
    type            VARCHAR(32)  NOT NULL,
    category        VARCHAR(16)  NOT NULL,
    expiry          DATE,
    strike          BIGINT       NOT NULL,
    option_type     VARCHAR(2),
    lot_size        INT          NOT NULL,
    tick_size       BIGINT       NOT NULL,
    freeze_quantity BIGINT       NOT NULL,
    closing_auction BOOLEAN      NOT NULL
);
CREATE INDEX instruments_category ON instruments (category);
