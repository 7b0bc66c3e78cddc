package in.sauda.app.command;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/// The version of the jar, and of the Java that runs it.
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Objects.requireNonNullElse(
                VersionProvider.class.getPackage().getImplementationVersion(), "development build");
        return new String[] {"Sauda " + version, "Java " + Runtime.version()};
    }
}
