package in.sauda.core.charges;

import static org.assertj.core.api.Assertions.assertThat;

import in.sauda.core.domain.Segment;
import in.sauda.core.domain.Side;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The golden trades of rules 9.3: Angel One's plan, NSE rates.
class ChargeCalculatorTest {
    private final ChargeCalculator calculator = new ChargeCalculator(BrokeragePlan.angelOne());

    private Charges leg(ChargeClass kind, Side side, int quantity, int price) {
        Segment segment = kind == ChargeClass.DELIVERY || kind == ChargeClass.INTRADAY ? Segment.NSE : Segment.NFO;
        return calculator.order(kind, segment, side, BigDecimal.valueOf((long) quantity * price));
    }

    private Charges trade(ChargeClass kind, int quantity, int bought, int sold, String depository) {
        return leg(kind, Side.BUY, quantity, bought)
                .plus(leg(kind, Side.SELL, quantity, sold))
                .plus(calculator.delivery(new BigDecimal(depository)));
    }

    @ParameterizedTest(name = "{0} {1} @ {2} -> {3}")
    @CsvSource(textBlock = """
            EQUITY_OPTION, 30, 400,   420,   0,  40, 8.737920,  0.027060, 19,  0,  8.777696,  76.54,   523.46
            EQUITY_FUTURE, 30, 57000, 57100, 0,  40, 62.637477, 3.426423, 857, 34, 19.091502, 1016.16, 1983.84
            INTRADAY,      100, 1500, 1510,  0,  40, 9.240399,  0.301301, 38,  5,  8.917506,  101.46,  898.54
            DELIVERY,      100, 1500, 1510,  20, 40, 9.240399,  0.301301, 301, 23, 12.517506, 406.06,  593.94
            """)
    void chargesTheGoldenTrades(
            ChargeClass kind,
            int quantity,
            int bought,
            int sold,
            String depository,
            BigDecimal brokerage,
            BigDecimal transaction,
            BigDecimal fees,
            BigDecimal tax,
            BigDecimal stamp,
            BigDecimal gst,
            BigDecimal total,
            BigDecimal net) {
        Charges charges = trade(kind, quantity, bought, sold, depository).asOnContractNote();
        assertThat(charges.brokerage()).isEqualByComparingTo(brokerage);
        assertThat(exact(charges.transaction())).isEqualByComparingTo(transaction);
        assertThat(exact(charges.investorFund().add(charges.regulator()))).isEqualByComparingTo(fees);
        assertThat(charges.transactionTax()).isEqualByComparingTo(tax);
        assertThat(charges.stamp()).isEqualByComparingTo(stamp);
        assertThat(exact(charges.goodsAndServicesTax())).isEqualByComparingTo(gst);
        BigDecimal paid = charges.total().setScale(2, RoundingMode.HALF_UP);
        assertThat(paid).isEqualByComparingTo(total);
        assertThat(BigDecimal.valueOf((long) quantity * (sold - bought)).subtract(paid))
                .isEqualByComparingTo(net);
    }

    private static BigDecimal exact(BigDecimal amount) {
        return amount.setScale(6, RoundingMode.HALF_UP);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "EQUITY_OPTION, 30, 400, 420, 0, 76.54",
        "EQUITY_FUTURE, 30, 57000, 57100, 0, 1016.15",
        "INTRADAY, 100, 1500, 1510, 0, 101.46",
        "DELIVERY, 100, 1500, 1510, 20, 406.06"
    })
    void roundsOrdersToPaise(
            ChargeClass kind, int quantity, int bought, int sold, String depository, BigDecimal total) {
        Charges sum = leg(kind, Side.BUY, quantity, bought)
                .inPaise()
                .plus(leg(kind, Side.SELL, quantity, sold).inPaise())
                .plus(calculator.delivery(new BigDecimal(depository)).inPaise());
        BigDecimal tax = trade(kind, quantity, bought, sold, depository)
                .asOnContractNote()
                .transactionTax();
        BigDecimal stamp = trade(kind, quantity, bought, sold, depository)
                .asOnContractNote()
                .stamp();
        assertThat(sum.total()
                        .subtract(sum.transactionTax())
                        .subtract(sum.stamp())
                        .add(tax)
                        .add(stamp))
                .isEqualByComparingTo(total);
    }

    /// Rules 9.1: what the tax on derivatives and NSE's fees were before.
    @ParameterizedTest
    @CsvSource(textBlock = """
            EQUITY_FUTURE, 2024-09-30, 0.000125, 0.0000173
            EQUITY_FUTURE, 2024-10-01, 0.0002,   0.0000173
            EQUITY_FUTURE, 2026-03-31, 0.0002,   0.000018299
            EQUITY_FUTURE, 2026-04-01, 0.0005,   0.000018299
            EQUITY_OPTION, 2024-09-30, 0.000625, 0.0003503
            EQUITY_OPTION, 2026-03-31, 0.001,    0.0003552
            EQUITY_OPTION, 2026-04-01, 0.0015,   0.0003552
            INTRADAY,      2026-02-28, 0.00025,  0.0000297
            INTRADAY,      2026-03-01, 0.00025,  0.000030699
            """)
    void ratesAreThoseOfTheDay(ChargeClass kind, LocalDate day, BigDecimal tax, BigDecimal transaction) {
        Segment segment = kind == ChargeClass.INTRADAY ? Segment.NSE : Segment.NFO;
        ChargeRates rates = ChargeRates.of(kind, segment, day);
        assertThat(rates.tax()).isEqualByComparingTo(tax);
        assertThat(rates.transaction()).isEqualByComparingTo(transaction);
    }

    @Test
    void smallDeliveriesPayTheLeastAndSmallIntradayOrdersTheirShare() {
        assertThat(leg(ChargeClass.DELIVERY, Side.BUY, 1, 100).brokerage()).isEqualByComparingTo("2");
        assertThat(leg(ChargeClass.INTRADAY, Side.BUY, 10, 100).brokerage()).isEqualByComparingTo("0.30");
    }

    @Test
    void intradayPurchasesPayStampButNoTransactionTax() {
        Charges bought = leg(ChargeClass.INTRADAY, Side.BUY, 10, 100);
        assertThat(bought.transactionTax()).isZero();
        assertThat(bought.stamp()).isEqualByComparingTo("0.03");
    }

    @Test
    void nothingTradedCostsNothing() {
        assertThat(calculator
                        .order(ChargeClass.EQUITY_OPTION, Segment.NFO, Side.BUY, BigDecimal.ZERO)
                        .total())
                .isZero();
    }
}
