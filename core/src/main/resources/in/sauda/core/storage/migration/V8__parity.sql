-- How our minutes compare with the broker's history, by instrument and day (docs/decisions/0017).

CREATE TABLE parity (
    session_date         DATE          NOT NULL,
    segment              VARCHAR(8)    NOT NULL,
    token                VARCHAR(64)   NOT NULL,
    symbol               VARCHAR(128)  NOT NULL,
    checked_at           BIGINT        NOT NULL,
    whole                BOOLEAN       NOT NULL,
    ours                 INT           NOT NULL,
    theirs               INT           NOT NULL,
    compared             INT           NOT NULL,
    prices               INT           NOT NULL,
    volumes              INT           NOT NULL,
    mended               INT           NOT NULL,
    extra                INT           NOT NULL,
    worst_price          BIGINT        NOT NULL,
    worst_volume_percent DOUBLE PRECISION NOT NULL,
    failure              VARCHAR(500)  NOT NULL,
    PRIMARY KEY (session_date, segment, token)
);

-- The minutes behind a row of parity; a side that had no candle is null.
CREATE TABLE parity_minutes (
    session_date  DATE        NOT NULL,
    segment       VARCHAR(8)  NOT NULL,
    token         VARCHAR(64) NOT NULL,
    start_at      BIGINT      NOT NULL,
    kind          VARCHAR(20) NOT NULL,
    our_open      BIGINT,
    our_high      BIGINT,
    our_low       BIGINT,
    our_close     BIGINT,
    our_volume    BIGINT,
    our_flags     INT,
    their_open    BIGINT,
    their_high    BIGINT,
    their_low     BIGINT,
    their_close   BIGINT,
    their_volume  BIGINT,
    PRIMARY KEY (session_date, segment, token, start_at)
);
