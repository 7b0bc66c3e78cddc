package in.sauda.core.broker;

import java.net.URI;
import java.util.List;

/// One page of a broker's login: what to get where, and the fields it goes into.
///
/// @param title two or three words
/// @param words what the user does on this page
/// @param links pages of the broker to open in the system's browser
/// @param fields names of the {@link CredentialField}s, top to bottom
public record LoginStep(String title, String words, List<Link> links, List<String> fields) {
    public LoginStep {
        links = List.copyOf(links);
        fields = List.copyOf(fields);
    }

    /// @param label what the link opens
    public record Link(String label, URI address) {}
}
