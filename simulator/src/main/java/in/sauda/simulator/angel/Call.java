package in.sauda.simulator.angel;

import com.fasterxml.jackson.databind.JsonNode;

/// One authorised REST call.
///
/// @param login who calls; a login call has none yet, so this is then an empty one
/// @param rest what follows the endpoint's own path, for paths that end in an id
record Call(Logins.Login login, JsonNode body, String rest) {
    static final Logins.Login NOBODY = new Logins.Login("", "", "", "", 0);
}
