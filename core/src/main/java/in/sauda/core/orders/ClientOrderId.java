package in.sauda.core.orders;

import in.sauda.core.broker.BrokerId;
import java.util.regex.Pattern;

/// Our own id of an order, sent to the broker as its tag and used to find the order again after a lost reply.
///
/// @param value 1 to 19 letters, digits or hyphens: Angel One accepts fewer than 20 characters
public record ClientOrderId(String value) {
    private static final int LONGEST = 19;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9-]{1,19}");

    public ClientOrderId {
        if (!valid(value)) {
            throw new IllegalArgumentException("client order id must be 1 to 19 letters, digits or hyphens: " + value);
        }
    }

    /// True when a tag found at the broker could be one of our ids.
    public static boolean valid(String value) {
        return FORM.matcher(value).matches();
    }

    /// Our name for an order that was placed elsewhere, made of the broker's; never sent to anybody.
    public static ClientOrderId ofForeign(String brokerOrderId) {
        return foreign("E-", brokerOrderId);
    }

    /// The same where several brokers are at work, whose numbers may be equal.
    public static ClientOrderId ofForeign(BrokerId broker, String brokerOrderId) {
        String name = broker.value();
        return foreign("E" + name.substring(0, Math.min(1, name.length())) + "-", brokerOrderId);
    }

    private static ClientOrderId foreign(String prefix, String brokerOrderId) {
        String letters = brokerOrderId.replaceAll("[^A-Za-z0-9]", "-");
        int kept = LONGEST - prefix.length();
        return new ClientOrderId(prefix + letters.substring(Math.max(0, letters.length() - kept)));
    }

    @Override
    public String toString() {
        return value;
    }
}
