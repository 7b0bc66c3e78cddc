package in.sauda.core.orders;

import in.sauda.core.broker.BrokerCapabilities;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.instruments.Instrument;
import org.jspecify.annotations.Nullable;

/// Whether the broker that is to carry an order out can do so: its login, its list of contracts, and what it takes.
final class RouteChecks {
    private RouteChecks() {}

    /// Returns the first reason to refuse, or null.
    static @Nullable Denial refuse(OrderRequest request, OrderRoute route) {
        if (route.loginOver()) {
            return new Denial(
                    "LOGIN_ENDED",
                    "The login at " + route.name() + " has ended, so it takes no orders.",
                    "Log in at " + route.name() + " again, or choose another broker.");
        }
        if (!route.open()) {
            return new Denial("NOT_CONNECTED", "No session at " + route.name() + " is open.", "Log in first.");
        }
        Instrument listing = route.listing();
        if (listing == null) {
            return new Denial(
                    "NOT_LISTED",
                    route.name() + " does not list " + request.instrument().symbol() + ".",
                    "Choose another broker for this order.");
        }
        Denial denial = quantity(request, route, listing);
        BrokerCapabilities takes = route.capabilities();
        return denial != null || takes == null ? denial : terms(request, route.name(), takes);
    }

    private static @Nullable Denial quantity(OrderRequest request, OrderRoute route, Instrument listing) {
        if (request.quantity() % listing.lotSize() != 0) {
            return new Denial(
                    "LOT_SIZE",
                    "The quantity is not a whole number of lots of " + listing.lotSize() + ".",
                    "Type a multiple of the lot size.");
        }
        int parts = FreezeSlices.count(listing, request.quantity());
        int most = route.capabilities() == null ? 1 : route.capabilities().orderParts();
        if (parts <= most) {
            return null;
        }
        return most == 1
                ? new Denial(
                        "FREEZE_QUANTITY",
                        "One order may not exceed " + IndianNumbers.units(listing.freezeQuantity()) + " units.",
                        "Split the order.")
                : new Denial(
                        "FREEZE_QUANTITY",
                        route.name() + " sends an order in at most " + most + " parts of "
                                + IndianNumbers.units(FreezeSlices.largest(listing)) + " units; this one needs "
                                + parts + ".",
                        "Make the order smaller.");
    }

    private static @Nullable Denial terms(OrderRequest request, String name, BrokerCapabilities takes) {
        if (!takes.orderTypes().contains(request.type())) {
            return new Denial(
                    "ORDER_TYPE", name + " does not take this type of order.", "Use a limit order, or another broker.");
        }
        if (!takes.products().contains(request.product())) {
            return new Denial(
                    "PRODUCT",
                    name + " does not know the product " + request.product().words() + ".",
                    "Choose another product.");
        }
        return takes.validities().contains(request.validity())
                ? null
                : new Denial(
                        "VALIDITY",
                        name + " takes no orders with the validity " + request.validity() + ".",
                        "Use DAY.");
    }
}
