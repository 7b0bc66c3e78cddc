package in.sauda.broker.upstox.master;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerFailure;
import in.sauda.core.broker.StockLists;
import in.sauda.core.domain.InstrumentKey;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.MasterRowReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// The files of shares with margin funding and of intraday shares, which stand beside the file of all instruments
/// (protocol 3.1). Their margins are percents under different names.
public final class UpstoxStockLists implements StockLists {
    private static final int GZIP_FIRST_BYTE = 0x1f;
    private static final long RETRY_MILLIS = 60_000;

    private final String folder;

    /// @param endpoints {@value UpstoxInstrumentSource#MASTER} overrides the broker's own address
    public UpstoxStockLists(Map<String, String> endpoints) {
        String master = UpstoxInstrumentSource.address(endpoints);
        this.folder = master.substring(0, master.lastIndexOf('/') + 1);
    }

    @Override
    public List<Listed> read(Kind kind) throws BrokerException {
        String name = switch (kind) {
            case MARGIN_FUNDED -> "MTF.json.gz";
            case INTRADAY -> "NSE_MIS.json.gz";
        };
        Rows rows = new Rows();
        try {
            new InstrumentFile(folder + name).fetch(body -> MasterRowReader.read(unpacked(body), Rows.FIELDS, rows));
        } catch (IOException unreadable) {
            throw new BrokerException(
                    new BrokerFailure.Retryable(
                            "STOCK_LIST",
                            "Upstox' list " + name + " could not be read: " + unreadable.getMessage(),
                            "It is read again in a minute.",
                            RETRY_MILLIS),
                    unreadable);
        }
        return List.copyOf(rows.listed);
    }

    /// An error is sometimes saved under the name of a compressed file.
    private static InputStream unpacked(InputStream body) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(body);
        raw.mark(1);
        int first = raw.read();
        raw.reset();
        return first == GZIP_FIRST_BYTE ? new GZIPInputStream(raw) : raw;
    }

    /// Shares of the National exchange; other rows and broken ones are left out.
    private static final class Rows implements MasterRowReader.RowHandler {
        static final Set<String> FIELDS =
                Set.of("segment", "exchange_token", "trading_symbol", "mtf_bracket", "intraday_margin");
        private final List<Listed> listed = new ArrayList<>();
        private String segment = "";
        private String token = "";
        private String symbol = "";
        private double margin = Double.NaN;

        @Override
        public void field(String name, String text) {
            switch (name) {
                case "segment" -> segment = text;
                case "exchange_token" -> token = text;
                case "trading_symbol" -> symbol = text;
                default -> margin = text.matches("\\d{1,9}(\\.\\d{1,9})?") ? Double.parseDouble(text) : Double.NaN;
            }
        }

        @Override
        public void endRow() {
            if (segment.equals("NSE_EQ") && !token.isEmpty()) {
                listed.add(new Listed(new InstrumentKey(Segment.NSE, token), symbol, margin));
            }
            segment = "";
            token = "";
            symbol = "";
            margin = Double.NaN;
        }

        @Override
        public void notARow() {
            // What stands between the rows belongs to nobody.
        }
    }
}
