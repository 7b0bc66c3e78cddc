package in.sauda.core.strategy;

import java.util.List;

/// The strategies that come with the program.
public final class StrategyTypes {
    private static final List<StrategyType> ALL = List.of(new MomentumType(), new OptionMoveType(), new ScalperType());

    private StrategyTypes() {}

    public static List<StrategyType> all() {
        return ALL;
    }

    /// @throws IllegalArgumentException when there is none of that name, with a sentence
    public static StrategyType named(String id) {
        return ALL.stream()
                .filter(type -> type.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no strategy called '" + id + "'."));
    }
}
