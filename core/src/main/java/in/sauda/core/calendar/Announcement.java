package in.sauda.core.calendar;

import in.sauda.core.time.IndiaTime;
import java.time.LocalDate;
import java.time.LocalTime;

/// A known moment at which markets may jump, such as a decision on interest rates.
public record Announcement(LocalDate day, LocalTime time, String occasion) {
    public long millis() {
        return IndiaTime.epochMillis(day, time);
    }
}
