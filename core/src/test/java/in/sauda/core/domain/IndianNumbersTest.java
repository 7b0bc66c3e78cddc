package in.sauda.core.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndianNumbersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                    | 2 | 2 | 0.00
            5                    | 2 | 2 | 0.05
            -5                   | 2 | 2 | −0.05
            99999                | 2 | 2 | 999.99
            100000               | 2 | 2 | 1,000.00
            1234567800           | 2 | 2 | 1,23,45,678.00
            -1234567890          | 2 | 2 | −1,23,45,678.90
            12345                | 0 | 0 | 12,345
            123456               | 0 | 0 | 1,23,456
            100000000000         | 0 | 0 | 1,00,00,00,00,000
            835512500            | 7 | 4 | 83.5513
            835512499            | 7 | 4 | 83.5512
            -835512500           | 7 | 4 | −83.5513
            4                    | 3 | 2 | 0.00
            -4                   | 3 | 2 | 0.00
            7                    | 0 | 2 | 7.00
            9223372036854775807  | 2 | 2 | 92,23,37,20,36,85,47,758.07
            -9223372036854775808 | 2 | 2 | −92,23,37,20,36,85,47,758.08
            -9223372036854775808 | 0 | 0 | −92,23,37,20,36,85,47,75,808
            """)
    void groupsThreeTwoTwo(long value, int decimals, int shown, String expected) {
        assertThat(IndianNumbers.fixed(value, decimals, shown)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 0
            999       | 999
            1000      | 1.0 K
            78900     | 78.9 K
            99949     | 99.9 K
            99950     | 1.00 L
            456000    | 4.56 L
            9999499   | 99.99 L
            9999500   | 1.00 Cr
            12300000  | 1.23 Cr
            -456000   | −4.56 L
            1234567890123 | 1,23,456.79 Cr
            """)
    void compactsToThousandLakhAndCrore(long units, String expected) {
        assertThat(IndianNumbers.compact(units)).isEqualTo(expected);
    }

    @Test
    void signsResultsAndPutsTheRupeeBeforeTheDigits() {
        assertThat(IndianNumbers.signedRupees(123450)).isEqualTo("+₹1,234.50");
        assertThat(IndianNumbers.signedRupees(-5)).isEqualTo("−₹0.05");
        assertThat(IndianNumbers.signedRupees(0)).isEqualTo("₹0.00");
        assertThat(IndianNumbers.rupees(-12345678_00L)).isEqualTo("−₹1,23,45,678.00");
        assertThat(IndianNumbers.compactRupees(-45600000L)).isEqualTo("−₹4.56 L");
        assertThat(IndianNumbers.signedRupees(Long.MIN_VALUE)).startsWith("−₹").endsWith("758.08");
    }

    @Test
    void roundsPercentHalfUpAndAdmitsWhatItDoesNotKnow() {
        assertThat(IndianNumbers.percent(0.425)).isEqualTo("+0.43%");
        assertThat(IndianNumbers.percent(-0.425)).isEqualTo("−0.43%");
        assertThat(IndianNumbers.percent(-0.001)).isEqualTo("0.00%");
        assertThat(IndianNumbers.percent(Double.NaN)).isEqualTo("–");
    }

    @Test
    void showsPricesInTheDecimalsOfTheSegment() {
        assertThat(IndianNumbers.price(2511240, Segment.NSE)).isEqualTo("25,112.40");
        assertThat(IndianNumbers.price(835525000, Segment.CDS)).isEqualTo("83.5525");
        assertThat(IndianNumbers.signedPrice(-1250, Segment.NSE)).isEqualTo("−12.50");
        assertThat(IndianNumbers.strike(2500000, Segment.NFO)).isEqualTo("25,000");
        assertThat(IndianNumbers.strike(10250, Segment.NFO)).isEqualTo("102.50");
        assertThat(IndianNumbers.decimal(new BigDecimal("1234567.005"), 2)).isEqualTo("12,34,567.01");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0           | Rupees zero
            1900        | Rupees nineteen
            100000000   | Rupees ten lakh
            123456700   | Rupees twelve lakh thirty-four thousand five hundred sixty-seven
            2500000050  | Rupees two crore fifty lakh one
            -4200       | Minus rupees forty-two
            """)
    void saysRupeesInWords(long paise, String expected) {
        assertThat(RupeesInWords.of(paise)).isEqualTo(expected);
    }
}
