package in.sauda.core.instruments.search;

import in.sauda.core.instruments.Instrument;
import in.sauda.core.instruments.InstrumentCategory;
import in.sauda.core.instruments.SearchQuery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/// One run of one query. Goes from the best kind of match to the worst and stops when the list is full, because nothing
/// that comes later could rank higher.
final class Search {
    private static final int TIER_SHIFT = 58;

    // A plain name: exact, prefix, word, the word being typed as a contract, substring; a class's futures come right
    // after its own documents (+ 1), options last.
    private static final int NAME_TIER = 0;
    private static final int NAME_PREFIX_TIER = 2;
    private static final int NAME_WORD_TIER = 4;
    private static final int NAME_BEGUN_TIER = 6;
    private static final int NAME_SUBSTRING_TIER = 10;
    private static final int NAME_OPTIONS_TIER = 12;

    // With a contract in the query: texts that fit exactly or as a prefix, contracts, other texts.
    private static final int CONTRACT_PREFIX_TIER = 1;
    private static final int CONTRACT_TIER = 16;
    private static final int CONTRACT_WORD_TIER = 20;
    private static final int CONTRACT_BEGUN_TIER = 21;
    private static final int CONTRACT_SUBSTRING_TIER = 25;

    private final List<Instrument> all;
    private final Documents documents;
    private final NgramIndex ngrams;
    private final ContractTable contracts;
    private final SearchQuery query;
    private final Set<InstrumentCategory> categories;
    private final TopMatches top;
    private final long today;

    Search(
            List<Instrument> all,
            Documents documents,
            NgramIndex ngrams,
            ContractTable contracts,
            SearchQuery query,
            long today) {
        this.all = all;
        this.documents = documents;
        this.ngrams = ngrams;
        this.contracts = contracts;
        this.query = query;
        this.today = today;
        this.categories = EnumSet.allOf(InstrumentCategory.class);
        if (!query.categories().isEmpty()) {
            categories.retainAll(query.categories());
        }
        this.top = new TopMatches(query.limit(), all.size());
    }

    int[] run(SymbolTable symbols) {
        List<String> tokens = QueryTokens.of(query.text());
        List<String> words = QueryTokens.words(query.text());
        if (words.isEmpty()) {
            everything();
            return top.best();
        }
        symbols.withSymbol(SearchText.compact(query.text()), this::offerExactContract);
        List<ParsedQuery> readings = QueryParser.contracts(tokens);
        if (readings.isEmpty()) {
            name(words, tokens);
        } else {
            contract(words, tokens, readings);
        }
        return top.best();
    }

    /// Everything else with that symbol is found as an exact text, in the order of documents.
    private void offerExactContract(int instrument) {
        if (Documents.isContract(all.get(instrument))) {
            offer(NAME_TIER, 0, instrument);
        }
    }

    private void everything() {
        for (int document = 0; document < documents.firstGroup() && !top.full(); document++) {
            offer(0, document, documents.instrument(document));
        }
        for (ContractTable.Group group : contracts.groups()) {
            for (int contract = group.from(); contract < group.until() && !top.full(); contract++) {
                offer(1, contract, contracts.instrument(contract));
            }
        }
    }

    private void name(List<String> words, List<String> tokens) {
        for (NamePattern pattern : patterns(words)) {
            eachPrefix(pattern, NAME_PREFIX_TIER, document -> nameMatch(pattern, document));
        }
        begun(tokens, NAME_BEGUN_TIER);
        for (NamePattern pattern : patterns(words)) {
            eachLoose(pattern, NAME_WORD_TIER, NAME_SUBSTRING_TIER, document -> nameMatch(pattern, document));
        }
        if (settled(NAME_OPTIONS_TIER)) {
            return;
        }
        for (NamePattern pattern : patterns(words)) {
            groupsOf(
                    pattern,
                    (group, text) -> contractsOf(group, ContractFilter.OPTIONS, NAME_OPTIONS_TIER + text.rank()));
        }
    }

    private void nameMatch(NamePattern pattern, int document) {
        TextClass text = pattern.match(documents.text(document));
        if (text == TextClass.NONE) {
            return;
        }
        int tier = text == TextClass.SUBSTRING ? NAME_SUBSTRING_TIER : NAME_TIER + 2 * text.rank();
        if (document < documents.firstGroup()) {
            offer(tier, document, documents.instrument(document));
        } else {
            ContractTable.Group group = contracts.groups().get(document - documents.firstGroup());
            contractsOf(group, ContractFilter.FUTURES, tier + 1);
        }
    }

    private void contract(List<String> words, List<String> tokens, List<ParsedQuery> readings) {
        for (NamePattern pattern : patterns(words)) {
            eachPrefix(pattern, CONTRACT_PREFIX_TIER, document -> textMatch(pattern, document));
        }
        for (ParsedQuery reading : readings) {
            if (contracts(reading, CONTRACT_TIER)) {
                break;
            }
        }
        begun(tokens, CONTRACT_BEGUN_TIER);
        for (NamePattern pattern : patterns(words)) {
            eachLoose(pattern, CONTRACT_WORD_TIER, CONTRACT_SUBSTRING_TIER, document -> textMatch(pattern, document));
        }
    }

    private void textMatch(NamePattern pattern, int document) {
        TextClass text = pattern.match(documents.text(document));
        if (text != TextClass.NONE && document < documents.firstGroup()) {
            offer(textTier(text), document, documents.instrument(document));
        }
    }

    private static int textTier(TextClass text) {
        return switch (text) {
            case EXACT, PREFIX -> NAME_TIER + text.rank();
            case WORD -> CONTRACT_WORD_TIER;
            case SUBSTRING, NONE -> CONTRACT_SUBSTRING_TIER;
        };
    }

    /// Takes the last word for the beginning of a month or of fut, ce, pe.
    private void begun(List<String> tokens, int tier) {
        for (ParsedQuery reading : QueryParser.begun(tokens)) {
            contracts(reading, tier);
        }
    }

    /// Offers the contracts of one reading and tells whether there were any.
    private boolean contracts(ParsedQuery reading, int tier) {
        if (settled(tier)) {
            return true;
        }
        boolean[] found = {false};
        if (reading.name().isEmpty()) {
            for (ContractTable.Group group : contracts.groups()) {
                if (top.full()) {
                    return true;
                }
                found[0] |= contractsOf(group, reading.filter(), tier);
            }
        }
        for (NamePattern pattern : patterns(QueryTokens.words(String.join(" ", reading.name())))) {
            groupsOf(pattern, (group, text) -> found[0] |= contractsOf(group, reading.filter(), tier + text.rank()));
        }
        return found[0];
    }

    private boolean contractsOf(ContractTable.Group group, ContractFilter filter, int tier) {
        if (settled(tier)) {
            return true;
        }
        boolean found = false;
        for (int contract = group.from(); contract < group.until(); contract++) {
            if (contracts.matches(contract, filter)) {
                found = true;
                offer(tier, contracts.rank(contract, filter, today), contracts.instrument(contract));
            }
        }
        return found;
    }

    /// Receives an underlying that fits a name.
    @FunctionalInterface
    private interface GroupConsumer {
        void accept(ContractTable.Group group, TextClass text);
    }

    private void groupsOf(NamePattern pattern, GroupConsumer consumer) {
        int[] candidates = ngrams.candidates(pattern.tokens());
        int first = Arrays.binarySearch(candidates, documents.firstGroup());
        for (int at = first < 0 ? -first - 1 : first; at < candidates.length; at++) {
            TextClass text = pattern.match(documents.text(candidates[at]));
            if (text != TextClass.NONE) {
                consumer.accept(contracts.groups().get(candidates[at] - documents.firstGroup()), text);
            }
        }
    }

    /// What the alias of the first word stands for, then the words as typed.
    private static List<NamePattern> patterns(List<String> tokens) {
        List<NamePattern> patterns = new ArrayList<>();
        if (!tokens.isEmpty()) {
            String alias = Vocabulary.alias(tokens.getFirst());
            if (alias != null) {
                List<String> replaced = new ArrayList<>(tokens);
                replaced.set(0, alias);
                patterns.add(NamePattern.of(replaced));
            }
            patterns.add(NamePattern.of(tokens));
        }
        return patterns;
    }

    private void eachPrefix(NamePattern pattern, int prefixTier, IntConsumer consumer) {
        each(ngrams.candidates(pattern.exact()), NAME_TIER, consumer);
        each(ngrams.candidates(pattern.prefix()), prefixTier, consumer);
    }

    /// Words, then substrings.
    private void eachLoose(NamePattern pattern, int wordTier, int substringTier, IntConsumer consumer) {
        if (!settled(wordTier)) {
            each(ngrams.candidates(pattern.wordStarts()), wordTier, consumer);
        }
        if (!settled(substringTier)) {
            each(ngrams.candidates(pattern.tokens()), substringTier, consumer);
        }
    }

    /// True when nothing of this tier or a worse one can still get in.
    private boolean settled(int tier) {
        return top.full() && top.worst() < (long) tier << TIER_SHIFT;
    }

    /// Goes on while there is a place for a document, whose key is its tier and then its number.
    ///
    /// @param tier best one a candidate not yet offered can have
    private void each(int[] candidates, int tier, IntConsumer consumer) {
        for (int document : candidates) {
            if (top.full() && top.worst() < ((long) tier << TIER_SHIFT | document)) {
                return;
            }
            consumer.accept(document);
        }
    }

    private void offer(int tier, long rank, int instrument) {
        long key = (long) tier << TIER_SHIFT | rank;
        if (top.hasPlaceFor(key) && wanted(all.get(instrument))) {
            top.offer(key, instrument);
        }
    }

    private boolean wanted(Instrument instrument) {
        return categories.contains(instrument.category())
                && (query.exchanges().isEmpty()
                        || query.exchanges().contains(instrument.segment().name())
                        || query.exchanges().contains(instrument.segment().exchange()));
    }
}
