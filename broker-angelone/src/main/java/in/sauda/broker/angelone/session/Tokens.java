package in.sauda.broker.angelone.session;

/// What a login gave us. Kept in memory only, never printed.
record Tokens(String jwt, String refresh, String feed) {
    static final Tokens NONE = new Tokens("", "", "");

    @Override
    public String toString() {
        return "Tokens[redacted]";
    }
}
