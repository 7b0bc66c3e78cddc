package in.sauda.app.diagnostics;

import in.sauda.core.diagnostics.CheckResult;
import in.sauda.core.diagnostics.SupportBundle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// Makes support bundles. What throws also blocks.
public interface SupportDesk {
    SupportBundle collect(List<CheckResult> results) throws IOException;

    /// Saves it in the data folder and returns where.
    Path save(SupportBundle bundle) throws IOException;

    /// Shows the saved file's folder in the system's file manager.
    void reveal(Path saved);
}
