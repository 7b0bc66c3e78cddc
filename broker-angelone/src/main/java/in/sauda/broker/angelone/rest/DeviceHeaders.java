package in.sauda.broker.angelone.rest;

import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The headers that describe this computer. The broker requires them but does not check their form; the address
/// it checks for orders is the one the connection comes from.
record DeviceHeaders(String localAddress, String macAddress) {
    private static final Logger LOG = LoggerFactory.getLogger(DeviceHeaders.class);
    private static final DeviceHeaders UNKNOWN = new DeviceHeaders("127.0.0.1", "00-00-00-00-00-00");

    static DeviceHeaders ofThisComputer() {
        try {
            List<NetworkInterface> cards = Collections.list(NetworkInterface.getNetworkInterfaces());
            for (NetworkInterface card : cards) {
                byte[] mac = card.getHardwareAddress();
                if (mac != null && card.isUp() && !card.isLoopback()) {
                    for (var address : Collections.list(card.getInetAddresses())) {
                        if (address instanceof Inet4Address) {
                            return new DeviceHeaders(address.getHostAddress(), format(mac));
                        }
                    }
                }
            }
        } catch (SocketException unreadable) {
            LOG.info(
                    "network cards cannot be listed ({}); using loopback in Angel One's headers",
                    unreadable.getMessage());
        }
        return UNKNOWN;
    }

    private static String format(byte[] mac) {
        return HexFormat.ofDelimiter("-").formatHex(mac).toUpperCase(Locale.ROOT);
    }
}
