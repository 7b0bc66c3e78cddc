-- Blocks hold the ISIN since version 2, because Upstox names securities by it on its wire. What was kept before is read
-- again from the backup of the master file.
DELETE FROM instrument_blocks;
DELETE FROM master_import;
