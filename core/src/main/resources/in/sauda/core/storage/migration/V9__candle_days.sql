-- One-minute candles of days that are long over, a day in one packed value (docs/decisions/0018). A row in "candles" of
-- the same minute is newer and goes before it.

CREATE TABLE candle_days (
    segment    VARCHAR(8)       NOT NULL,
    token      VARCHAR(64)      NOT NULL,
    first_at   BIGINT           NOT NULL,
    last_at    BIGINT           NOT NULL,
    bars       VARBINARY(200000) NOT NULL,
    PRIMARY KEY (segment, token, first_at)
);
