package in.sauda.core.domain;

import java.util.ArrayList;
import java.util.List;

/// Says an amount in English words with lakh and crore, so that a digit too many is noticed before an order leaves.
public final class RupeesInWords {
    private static final String[] BELOW_TWENTY = {
        "zero",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };

    private RupeesInWords() {}

    /// Whole rupees, half up: {@code Rupees twelve lakh thirty-four thousand five hundred}.
    public static String of(long paise) {
        long rupees = Math.floorDiv(Math.abs(paise) + 50, 100);
        return (paise < 0 ? "Minus rupees " : "Rupees ") + words(rupees);
    }

    private static String words(long number) {
        if (number < 20) {
            return BELOW_TWENTY[(int) number];
        }
        List<String> parts = new ArrayList<>();
        if (number >= 10_000_000) {
            parts.add(words(number / 10_000_000) + " crore");
        }
        addPart(parts, number / 100_000 % 100, " lakh");
        addPart(parts, number / 1_000 % 100, " thousand");
        addPart(parts, number / 100 % 10, " hundred");
        if (number % 100 != 0) {
            parts.add(belowHundred((int) (number % 100)));
        }
        return String.join(" ", parts);
    }

    private static void addPart(List<String> parts, long count, String unit) {
        if (count != 0) {
            parts.add(belowHundred((int) count) + unit);
        }
    }

    private static String belowHundred(int number) {
        if (number < 20) {
            return BELOW_TWENTY[number];
        }
        String tens = TENS[number / 10];
        return number % 10 == 0 ? tens : tens + "-" + BELOW_TWENTY[number % 10];
    }
}
