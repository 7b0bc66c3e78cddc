package in.sauda.app.account;

import in.sauda.app.fx.PulseDriver;
import in.sauda.app.fx.Registration;
import in.sauda.app.fx.Tone;
import in.sauda.core.account.AccountData;
import in.sauda.core.broker.Funds;
import in.sauda.core.broker.Paise;
import in.sauda.core.domain.IndianNumbers;
import in.sauda.core.time.TimeSource;
import in.sauda.core.view.Command;
import in.sauda.core.view.Terminal;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Money at the broker. FX thread only.
public final class FundsViewModel {
    /// One amount with what it means.
    ///
    /// @param main shown large
    record Amount(String title, String text, Tone tone, String meaning, boolean main) {}

    /// Everything the view shows.
    ///
    /// @param usedShare 0 to 1, NaN when the broker does not state enough
    record Shown(BooksState state, List<Amount> amounts, double usedShare, String usedWords) {
        static final Shown NOTHING = new Shown(new BooksState(false, "", "", Tone.MUTED), List.of(), Double.NaN, "");
    }

    private final Terminal terminal;
    private final TimeSource time;
    private final ReadOnlyObjectWrapper<Shown> shown = new ReadOnlyObjectWrapper<>(Shown.NOTHING);
    private final AccountChoice choice;
    private Registration registration = () -> {};

    public FundsViewModel(Terminal terminal, TimeSource time) {
        this.terminal = terminal;
        this.time = time;
        this.choice = new AccountChoice(terminal);
        choice.chosen().addListener(ignored -> show(choice.account()));
    }

    public void attach(PulseDriver driver) {
        registration = driver.onStatus(status -> show(choice.account()));
    }

    public void detach() {
        registration.remove();
    }

    ReadOnlyObjectProperty<Shown> shown() {
        return shown.getReadOnlyProperty();
    }

    AccountChoice choice() {
        return choice;
    }

    /// Asks the broker now.
    public void refresh() {
        terminal.send(new Command.RefreshAccount());
    }

    private void show(AccountData account) {
        BooksState state = BooksState.of(account.funds(), account.loggedIn(), time.nanos());
        Funds funds = account.funds().value();
        Shown next = funds == null
                ? new Shown(state, List.of(), Double.NaN, "")
                : new Shown(state, amounts(funds), usedShare(funds), usedWords(funds));
        if (!next.equals(shown.get())) {
            shown.set(next);
        }
    }

    private static List<Amount> amounts(Funds funds) {
        List<Amount> amounts = new ArrayList<>();
        amounts.add(main(
                "Available to trade",
                funds.net(),
                "Cash and collateral minus what is used: what a new order may cost."));
        amounts.add(main("Used", funds.utilised(), "Blocked as margin or spent on purchases today."));
        amounts.add(main("Cash", funds.availableCash(), "Money in the account, without the value of pledged shares."));
        amounts.add(main("Collateral", funds.collateral(), "What the broker lends against shares you pledged."));
        amounts.add(
                result("M2M realised", funds.realised(), "Profit or loss of positions closed today, before charges."));
        amounts.add(result(
                "M2M unrealised", funds.unrealised(), "Profit or loss of open positions at the broker's last prices."));
        amounts.add(plain("SPAN margin", funds.span(), "The exchange's minimum margin, blocked for derivatives."));
        amounts.add(plain("Exposure margin", funds.exposure(), "What the broker blocks on top of SPAN."));
        amounts.add(plain("Option premium", funds.optionPremium(), "Paid for options bought, or blocked for orders."));
        amounts.add(plain("Paid in today", funds.payin(), "Money you moved to the broker today."));
        amounts.add(plain("Payout asked", funds.payout(), "Money you asked to be sent to your bank."));
        return amounts;
    }

    private static Amount main(String title, long paise, String meaning) {
        Tone tone = Paise.known(paise) && paise < 0 ? Tone.DANGER : Tone.NEUTRAL;
        return new Amount(title, words(paise), tone, meaning, true);
    }

    private static Amount plain(String title, long paise, String meaning) {
        return new Amount(title, words(paise), Tone.NEUTRAL, meaning, false);
    }

    private static Amount result(String title, long paise, String meaning) {
        if (!Paise.known(paise)) {
            return plain(title, paise, meaning);
        }
        String arrow = paise > 0 ? "▲ " : paise < 0 ? "▼ " : "";
        return new Amount(title, arrow + IndianNumbers.signedRupees(paise), Tone.ofSign(paise), meaning, false);
    }

    private static String words(long paise) {
        return Paise.known(paise) ? IndianNumbers.rupees(paise) : IndianNumbers.UNKNOWN;
    }

    private static double usedShare(Funds funds) {
        if (!Paise.known(funds.utilised()) || !Paise.known(funds.net())) {
            return Double.NaN;
        }
        double all = (double) funds.utilised() + funds.net();
        return all <= 0 ? (funds.utilised() > 0 ? 1 : 0) : Math.clamp(funds.utilised() / all, 0, 1);
    }

    private static String usedWords(Funds funds) {
        double share = usedShare(funds);
        if (Double.isNaN(share)) {
            return "";
        }
        return Math.round(share * 100) + " % used, " + IndianNumbers.compactRupees(funds.net()) + " free";
    }
}
