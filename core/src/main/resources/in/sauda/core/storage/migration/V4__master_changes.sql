-- What an import of a master changed against the one before it: a header with the counts and its rows.
-- The last few of each master are kept, see ChangeStore.
CREATE TABLE master_changes (
    id        BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    master    VARCHAR(32)  NOT NULL,
    before_at BIGINT       NOT NULL, -- epoch milliseconds UTC at which the older file was fetched
    at        BIGINT       NOT NULL, -- and the newer one
    counts    VARCHAR(512) NOT NULL  -- JSON object: kind -> count
);

CREATE TABLE master_change (
    changes     BIGINT       NOT NULL REFERENCES master_changes (id) ON DELETE CASCADE,
    number      INT          NOT NULL,
    kind        VARCHAR(8)   NOT NULL,
    segment     VARCHAR(8)   NOT NULL,
    token       VARCHAR(64)  NOT NULL,
    symbol      VARCHAR(128) NOT NULL,
    before_text VARCHAR(400) NOT NULL,
    after_text  VARCHAR(400) NOT NULL,
    PRIMARY KEY (changes, number)
);
