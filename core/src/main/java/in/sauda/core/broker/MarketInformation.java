package in.sauda.core.broker;

import in.sauda.core.domain.Segment;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// What the broker says about trading days and hours, to be compared with our own calendar. Blocks.
public interface MarketInformation {
    /// What a market is doing now.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    Status status(Segment segment) throws BrokerException;

    /// Days of the current year on which some market is closed or keeps other hours, by date.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<Holiday> holidays() throws BrokerException;

    /// Trading hours of one day; empty on a day without trading.
    ///
    /// @throws BrokerException when the broker refuses or cannot be reached
    List<Hours> hours(LocalDate date) throws BrokerException;

    /// @param words the broker's own, which may be ones nobody knew before
    /// @param open true during continuous trading
    /// @param sinceMillis when that began, epoch milliseconds
    record Status(Segment segment, String words, boolean open, long sinceMillis) {}

    /// @param closed markets without any trading
    /// @param special markets with hours of their own that day
    record Holiday(LocalDate date, String occasion, Set<Segment> closed, List<Hours> special) {
        public Holiday {
            closed = Set.copyOf(closed);
            special = List.copyOf(special);
        }
    }

    /// @param startMillis first moment, epoch milliseconds
    /// @param endMillis the moment trading ends
    record Hours(Segment segment, long startMillis, long endMillis) {}
}
