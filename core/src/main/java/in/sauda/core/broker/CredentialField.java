package in.sauda.core.broker;

import java.util.Set;

/// One line of a broker's login form.
///
/// @param name key in {@link Credentials}
/// @param label what the form shows
/// @param help where the user finds the value
/// @param required false when the field may stay empty
/// @param format what a value must look like
/// @param environment environment variable that may hold the value, or empty
/// @param failureCodes codes of failures that speak of this field, so that they can be explained beside it
public record CredentialField(
        String name,
        String label,
        Kind kind,
        String help,
        boolean required,
        Format format,
        String environment,
        Set<String> failureCodes) {
    public CredentialField {
        failureCodes = Set.copyOf(failureCodes);
    }

    /// A field of any format that must be filled in.
    public CredentialField(String name, String label, boolean secret, String help) {
        this(name, label, secret, help, true);
    }

    public CredentialField(String name, String label, boolean secret, String help, boolean required) {
        this(name, label, secret ? Kind.SECRET : Kind.PLAIN, help, required, Format.ANY, "", Set.of());
    }

    /// What a value is good for, which decides how it is shown, checked and kept.
    public enum Kind {
        /// May be shown and written to the settings.
        PLAIN,
        SECRET,
        /// Base32 secret one-time codes are computed from; kept only when the user asks for it.
        TOTP_SECRET,
        /// Six digits that are good for half a minute; takes the place of the secret and is never kept.
        TOTP_CODE
    }

    /// What a value must look like.
    ///
    /// @param pattern regular expression for the whole value
    /// @param sentence what to say about a value that does not match
    public record Format(String pattern, String sentence) {
        public static final Format ANY = new Format("(?s).*", "");

        public boolean matches(String value) {
            return value.matches(pattern);
        }
    }

    /// Hide what is typed and keep it out of settings and logs.
    public boolean secret() {
        return kind != Kind.PLAIN;
    }
}
