package in.sauda.core.instruments;

import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.OptionType;
import in.sauda.core.domain.Segment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// An instrument as a row of the table {@code instruments}, in both directions. Plain JDBC: 150,000 rows at start-up.
final class InstrumentRows {
    private static final String COLUMNS = "broker, segment, token, symbol, name, type, category, expiry, strike,"
            + " option_type, lot_size, tick_size, freeze_quantity, closing_auction";
    static final String INSERT =
            "INSERT INTO instruments (" + COLUMNS + ", id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final Map<String, String> texts = new HashMap<>();
    private final Map<LocalDate, LocalDate> dates = new HashMap<>();

    private InstrumentRows() {}

    static void bind(PreparedStatement insert, long id, Instrument instrument) throws SQLException {
        insert.setString(1, instrument.broker());
        insert.setString(2, instrument.segment().name());
        insert.setString(3, instrument.token());
        insert.setString(4, instrument.symbol());
        insert.setString(5, instrument.name());
        insert.setString(6, instrument.type());
        insert.setString(7, instrument.category().name());
        insert.setObject(8, instrument.expiry());
        insert.setLong(9, instrument.strike());
        OptionType optionType = instrument.optionType();
        insert.setString(10, optionType == null ? null : optionType.name());
        insert.setInt(11, instrument.lotSize());
        insert.setLong(12, instrument.tickSize());
        insert.setLong(13, instrument.freezeQuantity());
        insert.setBoolean(14, instrument.closingAuction());
        insert.setLong(15, id);
    }

    /// All rows of one generation in the order of the file.
    static List<Instrument> load(Connection connection, long generation) throws SQLException {
        InstrumentRows rows = new InstrumentRows();
        List<Instrument> instruments = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + COLUMNS + " FROM instruments WHERE id >= ? AND id < ? ORDER BY id")) {
            select.setLong(1, generation << InstrumentStore.ROW_BITS);
            select.setLong(2, (generation + 1) << InstrumentStore.ROW_BITS);
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    instruments.add(rows.instrument(result));
                }
            }
        }
        return instruments;
    }

    private Instrument instrument(ResultSet row) throws SQLException {
        String optionType = row.getString(10);
        return new Instrument(
                text(row.getString(1)),
                new InstrumentKey(Segment.valueOf(row.getString(2)), row.getString(3)),
                row.getString(4),
                text(row.getString(5)),
                text(row.getString(6)),
                InstrumentCategory.valueOf(row.getString(7)),
                date(row.getObject(8, LocalDate.class)),
                row.getLong(9),
                optionType == null ? null : OptionType.valueOf(optionType),
                row.getInt(11),
                row.getLong(12),
                row.getLong(13),
                row.getBoolean(14));
    }

    /// Keeps equal texts once: 2,000 contracts share one name.
    private String text(String value) {
        String known = texts.putIfAbsent(value, value);
        return known == null ? value : known;
    }

    private @Nullable LocalDate date(@Nullable LocalDate value) {
        if (value == null) {
            return null;
        }
        LocalDate known = dates.putIfAbsent(value, value);
        return known == null ? value : known;
    }
}
