-- Alerts by rules the user made, and what fired. "instrument" is the contract as it was then, as JSON; null for a time
-- of the day that concerns none. The history outlives its alert.

CREATE TABLE alerts (
    id                BIGINT PRIMARY KEY,
    instrument        VARCHAR(2000),
    measure           VARCHAR(32)      NOT NULL,
    relation          VARCHAR(16)      NOT NULL,
    threshold         DOUBLE PRECISION NOT NULL,
    repeats           VARCHAR(16)      NOT NULL,
    cool_down_seconds INT              NOT NULL,
    note              VARCHAR(2000)    NOT NULL,
    paused            BOOLEAN          NOT NULL,
    fired             INT              NOT NULL,
    last_fired_at     BIGINT           NOT NULL,
    done              BOOLEAN          NOT NULL
);

CREATE TABLE alert_history (
    alert_id   BIGINT           NOT NULL,
    fired_at   BIGINT           NOT NULL,
    instrument VARCHAR(2000),
    reading    DOUBLE PRECISION NOT NULL,
    sentence   VARCHAR(4000)    NOT NULL,
    PRIMARY KEY (alert_id, fired_at)
);
CREATE INDEX alert_history_time ON alert_history (fired_at);
