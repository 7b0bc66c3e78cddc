package in.sauda.core.orders;

/// Our own id of an order, sent to the broker as its tag and used to find the order again after a lost reply.
///
/// @param value 1 to 19 letters, digits or hyphens: Angel One accepts fewer than 20 characters
public record ClientOrderId(String value) {
    public ClientOrderId {
        if (!value.matches("[A-Za-z0-9-]{1,19}")) {
            throw new IllegalArgumentException("client order id must be 1 to 19 letters, digits or hyphens: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
