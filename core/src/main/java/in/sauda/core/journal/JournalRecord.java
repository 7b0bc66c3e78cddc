package in.sauda.core.journal;

import java.nio.ByteBuffer;

/// One record: what, when, and its bytes.
///
/// @param sequence 0 for the first record of a journal; never given twice
/// @param millis market time, epoch milliseconds
/// @param payload read-only, big-endian, valid until the next record is read
public record JournalRecord(long sequence, byte type, long millis, ByteBuffer payload) {}
