package in.sauda.core.secrets;

/// Which secret of which profile.
///
/// @param profile id of the profile, which never changes
/// @param field name of the credential field
public record SecretName(String profile, String field) {
    public SecretName {
        if (profile.isBlank() || field.isBlank()) {
            throw new IllegalArgumentException("a secret needs a profile and a field");
        }
    }

    /// What the store calls it.
    public String account() {
        return profile + "/" + field;
    }
}
