package in.sauda.broker.angelone.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import in.sauda.broker.angelone.mapping.AccountMapping;
import in.sauda.broker.angelone.rest.Endpoint;
import in.sauda.core.broker.BrokerException;
import in.sauda.core.broker.InstrumentLookup;
import in.sauda.core.domain.Segment;
import java.util.List;

/// The broker's own search (searchScrip).
record AngelOneLookup(Calls calls) implements InstrumentLookup {
    @Override
    public List<Found> search(Segment segment, String text) throws BrokerException {
        return calls.read(
                Endpoint.SEARCH,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("exchange", segment.name())
                        .put("searchscrip", text),
                AccountMapping::found);
    }
}
