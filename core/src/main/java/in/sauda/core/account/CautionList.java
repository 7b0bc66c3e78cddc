package in.sauda.core.account;

import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.BrokerSession;
import in.sauda.core.broker.DerivativesData;
import in.sauda.core.broker.DerivativesData.CautionedStock;
import in.sauda.core.broker.DerivativesData.Figure;
import in.sauda.core.domain.Segment;
import in.sauda.core.instruments.Instrument;
import in.sauda.core.time.TimeSource;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Which shares are under surveillance (ASM, GSM), so that an order in them must carry the client's consent.
///
/// The broker's list is read once per session and again when that fails. What the list leaves out is learnt from a
/// refusal: the next card of that share asks for the consent. Engine thread, except for the reading.
public final class CautionList {
    private static final Logger LOG = LoggerFactory.getLogger(CautionList.class);
    static final long RETRY_NANOS = 5 * 60_000_000_000L;

    /// The field a refusal names.
    private static final String FIELD = "scripconsent";

    private final AskOnce<DerivativesData> once;
    private final Set<String> learnt = ConcurrentHashMap.newKeySet();
    private volatile Set<String> listed = Set.of();

    /// @param background may block
    public CautionList(TimeSource time, Executor background) {
        this.once = new AskOnce<>(
                "The list of shares under surveillance", time, background, RETRY_NANOS, CautionList::part, this::read);
    }

    public void attach(BrokerSession attached) {
        once.attach(attached);
    }

    public void detach() {
        once.detach();
    }

    /// Reads the list when that is due.
    public void onTime() {
        once.onTime();
    }

    private static Optional<DerivativesData> part(BrokerSession session) {
        return session.derivatives().filter(data -> data.figures().contains(Figure.CAUTIONARY));
    }

    private void read(DerivativesData data) throws BrokerException {
        listed = names(data.cautionary());
        LOG.info("{} names of shares under surveillance", listed.size());
    }

    private static Set<String> names(List<CautionedStock> stocks) {
        Set<String> names = new HashSet<>();
        for (CautionedStock stock : stocks) {
            if (!stock.token().isEmpty()) {
                names.add(token(stock.segment(), stock.token()));
            } else if (!stock.symbol().isEmpty()) {
                names.add(symbol(stock.segment(), stock.symbol()));
            }
        }
        return Set.copyOf(names);
    }

    private static String token(Segment segment, String token) {
        return segment + "#" + token;
    }

    private static String symbol(Segment segment, String symbol) {
        return segment + ":" + symbol.toUpperCase(Locale.ROOT);
    }

    /// True when an order in it needs the consent. Lists without tokens name a share with or without its series.
    public boolean listed(Instrument instrument) {
        Segment segment = instrument.segment();
        return !segment.derivative()
                && (learnt.contains(token(segment, instrument.token()))
                        || listed.contains(token(segment, instrument.token()))
                        || listed.contains(symbol(segment, instrument.symbol()))
                        || listed.contains(symbol(segment, instrument.name())));
    }

    /// Takes the reason of a rejection into account.
    public void rejected(Instrument instrument, String reason) {
        if (reason.toLowerCase(Locale.ROOT).contains(FIELD)
                && !instrument.segment().derivative()) {
            learnt.add(token(instrument.segment(), instrument.token()));
        }
    }
}
