package in.sauda.core.strategy;

import in.sauda.core.instruments.Instrument;
import java.util.List;

/// A strategy that trades options on something and asks the engine to find them (note 000: find options, filter,
/// subscribe). Its life: {@link #underlying()} once, {@link #onContracts} when they are found, then {@link #needs()}
/// after every look, so that what it filtered is streamed.
public interface ContractStrategy extends TimerStrategy {
    /// Name of the underlying as the master names its contracts, e.g. {@code BANKNIFTY}.
    String underlying();

    /// The underlying itself and the options of its nearest expiry, lowest strike first.
    void onContracts(Instrument spot, List<Instrument> options);

    /// What it needs prices of at this moment; empty before {@link #onContracts}.
    List<Instrument> needs();
}
