package in.sauda.core.diagnostics;

import java.util.concurrent.Callable;

/// One thing to find out, on demand.
///
/// @param id stable and short, for machines
/// @param title two or three words
/// @param body may block; what it throws becomes a failed finding
public record Check(String id, String title, Callable<Finding> body) {}
