package in.sauda.app.fx;

import in.sauda.core.instruments.Instrument;
import java.util.Optional;

/// A page on which an instrument can be chosen, so that the trading keys act on it.
public interface InstrumentPage extends PageContent {
    Optional<Instrument> chosen();
}
