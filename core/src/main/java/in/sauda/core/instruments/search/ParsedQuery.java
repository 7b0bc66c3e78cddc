package in.sauda.core.instruments.search;

import java.util.List;

/// One reading of a query: a name, and which of its contracts.
record ParsedQuery(List<String> name, ContractFilter filter) {
    ParsedQuery {
        name = List.copyOf(name);
    }
}
