-- Since two brokers can carry out orders, an order remembers whose it is. What was stored before belongs to the broker
-- whose master listed the instrument.
ALTER TABLE orders ADD COLUMN broker VARCHAR(32);
