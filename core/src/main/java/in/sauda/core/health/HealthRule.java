package in.sauda.core.health;

/// One rule of the health check (rules 2.8) with what was found.
///
/// @param id stable, e.g. {@code feed.connected}
/// @param title for people, e.g. {@code Market feed}
/// @param figure what was measured, with its unit
/// @param threshold what it is held against, with its unit
/// @param sentence one plain sentence
/// @param nextStep what the user can do, empty when nothing is wrong
public record HealthRule(
        String id,
        String title,
        HealthState state,
        String figure,
        String threshold,
        String sentence,
        String nextStep) {}
