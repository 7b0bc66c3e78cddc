package in.sauda.app.command;

import com.fasterxml.jackson.databind.ObjectMapper;

/// The mapper of all commands, made when the first of them prints: the parser makes every command on every start.
final class Json {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}
}
