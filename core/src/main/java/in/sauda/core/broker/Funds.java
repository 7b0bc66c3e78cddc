package in.sauda.core.broker;

/// Money at the broker. Every amount is in paise and {@link Paise#UNKNOWN} where the broker does not state it.
///
/// @param availableCash cash that may be spent now, without what securities are pledged for
/// @param collateral value of pledged securities
/// @param utilised blocked or spent today
/// @param net cash and collateral minus what is utilised: what a new order may cost
/// @param realised profit of closed positions of the day
/// @param unrealised profit of open positions
/// @param payin money paid in today
/// @param payout money asked to be paid out
/// @param span exchange margin blocked (SPAN)
/// @param exposure further margin blocked by the broker
/// @param optionPremium premium blocked or paid
public record Funds(
        long availableCash,
        long collateral,
        long utilised,
        long net,
        long realised,
        long unrealised,
        long payin,
        long payout,
        long span,
        long exposure,
        long optionPremium) {}
