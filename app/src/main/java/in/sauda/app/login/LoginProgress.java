package in.sauda.app.login;

/// Told how a login gets on, from any thread. The stage that has begun and is not done when the login fails is the
/// one that failed.
public interface LoginProgress {
    void begun(LoginStage stage);

    /// @param words what was found, a few words, may be empty
    void done(LoginStage stage, String words);

    /// It did not work, and the terminal can do without for now.
    ///
    /// @param words what happens next
    void passed(LoginStage stage, String words);

    /// For whoever does not look.
    static LoginProgress none() {
        return new LoginProgress() {
            @Override
            public void begun(LoginStage stage) {}

            @Override
            public void done(LoginStage stage, String words) {}

            @Override
            public void passed(LoginStage stage, String words) {}
        };
    }
}
