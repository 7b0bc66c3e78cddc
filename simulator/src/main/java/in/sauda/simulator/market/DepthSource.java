package in.sauda.simulator.market;

import java.util.List;

/// The book as the public sees it: simulated orders and the clients' own. Call under the market's lock.
public interface DepthSource {
    List<BookLevel> bids(Tape tape);

    List<BookLevel> asks(Tape tape);
}
