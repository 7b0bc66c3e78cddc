-- What the engine keeps. Prices are fixed-point with the decimals of the segment; times are epoch milliseconds UTC.
-- The column "instrument" is the contract as it was then, as JSON: tokens are used again after an expiry.

CREATE TABLE candles (
    segment    VARCHAR(8)  NOT NULL,
    token      VARCHAR(64) NOT NULL,
    timeframe  VARCHAR(4)  NOT NULL,
    start_at   BIGINT      NOT NULL,
    open       BIGINT      NOT NULL,
    high       BIGINT      NOT NULL,
    low        BIGINT      NOT NULL,
    close      BIGINT      NOT NULL,
    volume     BIGINT      NOT NULL, -- -1 when unknown
    flags      INT         NOT NULL,
    PRIMARY KEY (segment, token, timeframe, start_at)
);

CREATE TABLE signals (
    id                BIGINT PRIMARY KEY,
    strategy          VARCHAR(64)   NOT NULL,
    type              VARCHAR(64)   NOT NULL,
    instrument        VARCHAR(2000) NOT NULL,
    candle_at         BIGINT        NOT NULL,
    raised_at         BIGINT        NOT NULL,
    confidence        DOUBLE PRECISION NOT NULL,
    legacy_confidence DOUBLE PRECISION NOT NULL,
    price             BIGINT        NOT NULL,
    volume            BIGINT        NOT NULL,
    vwap              DOUBLE PRECISION NOT NULL,
    day_high          BIGINT        NOT NULL,
    day_high_distance DOUBLE PRECISION NOT NULL,
    relative_volume   DOUBLE PRECISION NOT NULL,
    entry_hint        VARCHAR(200)  NOT NULL,
    stop_hint         VARCHAR(200)  NOT NULL,
    stop_price        BIGINT        NOT NULL,
    reason            VARCHAR(2000) NOT NULL
);
CREATE INDEX signals_candle ON signals (candle_at);

CREATE TABLE orders (
    id              VARCHAR(19) PRIMARY KEY,
    mode            VARCHAR(8)    NOT NULL,
    instrument      VARCHAR(2000) NOT NULL,
    side            VARCHAR(4)    NOT NULL,
    type            VARCHAR(16)   NOT NULL,
    product         VARCHAR(16)   NOT NULL,
    validity        VARCHAR(8)    NOT NULL,
    quantity        BIGINT        NOT NULL,
    price           BIGINT        NOT NULL,
    trigger_price   BIGINT        NOT NULL,
    broker_order_id VARCHAR(64),
    status          VARCHAR(20)   NOT NULL,
    filled_quantity BIGINT        NOT NULL,
    average_price   BIGINT        NOT NULL,
    text            VARCHAR(2000) NOT NULL,
    strategy        VARCHAR(64)   NOT NULL,
    signal_id       BIGINT        NOT NULL,
    is_exit         BOOLEAN       NOT NULL,
    created_at      BIGINT        NOT NULL,
    updated_at      BIGINT        NOT NULL,
    terminal        BOOLEAN       NOT NULL
);
CREATE INDEX orders_open ON orders (terminal, updated_at);

-- Every state an order went through; rows are only ever added.
CREATE TABLE order_history (
    number          BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    order_id        VARCHAR(19)   NOT NULL,
    status          VARCHAR(20)   NOT NULL,
    broker_order_id VARCHAR(64),
    quantity        BIGINT        NOT NULL,
    price           BIGINT        NOT NULL,
    filled_quantity BIGINT        NOT NULL,
    average_price   BIGINT        NOT NULL,
    text            VARCHAR(2000) NOT NULL,
    updated_at      BIGINT        NOT NULL
);
CREATE INDEX order_history_order ON order_history (order_id);

CREATE TABLE trades (
    id           VARCHAR(128) PRIMARY KEY,
    strategy     VARCHAR(64)   NOT NULL,
    instrument   VARCHAR(2000) NOT NULL,
    state        VARCHAR(20)   NOT NULL,
    signal_id    BIGINT        NOT NULL,
    entry_order  VARCHAR(19),
    exit_order   VARCHAR(19),
    net_quantity BIGINT        NOT NULL,
    cash         BIGINT        NOT NULL,
    cool_until   BIGINT        NOT NULL,
    updated_at   BIGINT        NOT NULL
);
