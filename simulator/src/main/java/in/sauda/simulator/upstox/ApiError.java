package in.sauda.simulator.upstox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import in.sauda.simulator.angel.Json;
import in.sauda.simulator.angel.WireReply;

/// An error as the broker words it, in both spellings (protocol 2.2).
final class ApiError extends Exception {
    private static final long serialVersionUID = 1L;
    private final int status;
    private final String code;

    ApiError(int status, String code, String message) {
        super(message, null, false, false);
        this.status = status;
        this.code = code;
    }

    static ApiError bad(String code, String message) {
        return new ApiError(400, code, message);
    }

    static ApiError token() {
        return new ApiError(401, "UDAPI100050", "Invalid token used to access API");
    }

    String code() {
        return code;
    }

    WireReply reply() {
        return reply(status, code, String.valueOf(getMessage()));
    }

    static WireReply reply(int status, String code, String message) {
        ObjectNode body = Json.object().put("status", "error");
        body.putArray("errors")
                .addObject()
                .put("errorCode", code)
                .put("message", message)
                .putNull("propertyPath")
                .putNull("invalidValue")
                .put("error_code", code)
                .putNull("property_path")
                .putNull("invalid_value");
        return WireReply.json(status, body);
    }
}
