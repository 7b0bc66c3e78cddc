package in.sauda.core.instruments.search;

import in.sauda.core.instruments.search.ContractFilter.Kind;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads a query word by word as a name and a contract: {@code bn 30 dec 59000 pe}.
///
/// A number before a month is a day, a plausible one after it a year, any other the beginning of a strike. A word is
/// part of the name unless it is a month or one of fut, ce, pe, call, put – and something was named before it.
final class QueryParser {
    private static final int FIRST_YEAR = 2020;
    private static final int LAST_YEAR = 2049;

    private final List<String> tokens;
    private final boolean yearsAllowed;
    private final List<String> name = new ArrayList<>();
    private ContractFilter filter = ContractFilter.ANY;
    private boolean afterMonth;

    private QueryParser(List<String> tokens, boolean yearsAllowed) {
        this.tokens = tokens;
        this.yearsAllowed = yearsAllowed;
    }

    /// Readings that name a contract, most likely first; empty when the query is a plain name.
    static List<ParsedQuery> contracts(List<String> tokens) {
        List<ParsedQuery> readings = new ArrayList<>();
        addContract(new QueryParser(tokens, true).parse(), readings);
        addContract(new QueryParser(tokens, false).parse(), readings);
        return readings;
    }

    private static void addContract(ParsedQuery reading, List<ParsedQuery> readings) {
        if (!reading.filter().any() && !readings.contains(reading)) {
            readings.add(reading);
        }
    }

    /// Readings in which the last word is only begun: {@code bn s}, {@code nifty 25000 c}.
    static List<ParsedQuery> begun(List<String> tokens) {
        if (tokens.size() < 2) {
            return List.of();
        }
        String last = tokens.getLast();
        ParsedQuery rest = new QueryParser(tokens.subList(0, tokens.size() - 1), true).parse();
        List<ParsedQuery> readings = new ArrayList<>();
        Kind kind = Vocabulary.kindBegunBy(last);
        if (kind != null && rest.filter().kind() == Kind.ANY) {
            readings.add(new ParsedQuery(rest.name(), rest.filter().withKind(kind)));
        }
        int months = Vocabulary.monthsBegunBy(last);
        if (months != 0 && rest.filter().months() == 0) {
            readings.add(new ParsedQuery(rest.name(), strikeAsDay(rest.filter()).withMonths(months)));
        }
        return readings;
    }

    /// In {@code bn 30 d} the 30 looked like a strike until the month was begun.
    private static ContractFilter strikeAsDay(ContractFilter filter) {
        StrikePrefix strike = filter.strike();
        return strike != null && strike.fraction() == null && strike.whole() <= 31
                ? new ContractFilter(filter.kind(), null, (int) strike.whole(), filter.months(), filter.year())
                : filter;
    }

    private ParsedQuery parse() {
        for (int at = 0; at < tokens.size(); at++) {
            String token = tokens.get(at);
            if (Character.isDigit(token.charAt(0))) {
                number(token, at + 1 < tokens.size() ? tokens.get(at + 1) : null);
            } else {
                word(token);
            }
        }
        return new ParsedQuery(name, filter);
    }

    private void number(String token, @Nullable String next) {
        boolean wholeNumber = token.length() <= 4 && token.chars().allMatch(Character::isDigit);
        int value = wholeNumber ? Integer.parseInt(token) : 0;
        StrikePrefix strike = token.matches("[0-9]+(\\.[0-9]+)?") ? StrikePrefix.parse(token) : null;
        if (value >= 1 && value <= 31 && next != null && Vocabulary.month(next) != 0) {
            filter = filter.withDay(value);
        } else if (yearsAllowed && afterMonth && filter.year() == 0 && year(token, value) != 0) {
            filter = filter.withYear(year(token, value));
        } else if (strike != null && filter.strike() == null) {
            filter = filter.withStrike(strike);
        } else {
            name.add(token);
        }
        afterMonth = false;
    }

    private static int year(String token, int value) {
        int year = token.length() == 2 ? 2000 + value : value;
        return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
    }

    private void word(String token) {
        boolean something = !name.isEmpty() || !filter.any();
        int month = Vocabulary.month(token);
        Kind kind = Vocabulary.kind(token);
        if (something && month != 0 && filter.months() == 0) {
            filter = filter.withMonths(month);
            afterMonth = true;
            return;
        }
        if (something && kind != null && filter.kind() == Kind.ANY) {
            filter = filter.withKind(kind);
        } else {
            name.add(token);
        }
        afterMonth = false;
    }
}
