package in.sauda.app.command;

import in.sauda.core.candles.Candle;
import in.sauda.core.candles.Timeframe;
import in.sauda.core.domain.FixedPoint;
import in.sauda.core.instruments.Instrument;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Candles to a CSV file with the fixed columns.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes candles as CSV: symbol,exchange,timestamp,open,high,low,close,volume; "
                + "the timestamp is the candle's start with +05:30, the volume is empty where it is not known.")
final class CandlesExport implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--out", required = true, paramLabel = "FILE.csv", description = "Where to write.")
    @SuppressWarnings("NullAway.Init") // set by picocli
    private Path out;

    @Mixin
    private CandleChoice choice = new CandleChoice();

    @Override
    public Integer call() {
        long rows = CandleShelf.open(choice.home(), shelf -> write(choice.instruments(shelf), shelf));
        PrintWriter to = spec.commandLine().getOut();
        to.println(rows + " candles written to " + out + ".");
        to.flush();
        return rows > 0 ? ExitCode.OK : ExitCode.FAILED;
    }

    private long write(List<Instrument> instruments, CandleShelf shelf) throws IOException {
        long rows = 0;
        Path whole = out.toAbsolutePath();
        Path folder = whole.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        // An earlier export stays until this one is whole.
        Path part = whole.resolveSibling(whole.getFileName() + ".part");
        try (PrintWriter to = new PrintWriter(Files.newBufferedWriter(part))) {
            to.print("symbol,exchange,timestamp,open,high,low,close,volume\n");
            for (Instrument instrument : instruments) {
                List<Candle> candles =
                        shelf.candles().load(instrument.key(), Timeframe.M1, choice.fromMillis(), choice.toMillis());
                candles.forEach(candle -> to.print(row(instrument, candle)));
                rows += candles.size();
            }
            if (to.checkError()) {
                throw new IOException("The file " + out + " could not be written.");
            }
        }
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING);
        return rows;
    }

    private static String row(Instrument instrument, Candle candle) {
        int decimals = instrument.priceDecimals();
        return String.join(
                        ",",
                        instrument.symbol(),
                        instrument.segment().exchange(),
                        CandlesCommand.stamp(candle.startMillis()),
                        FixedPoint.toRupees(candle.open(), decimals).toPlainString(),
                        FixedPoint.toRupees(candle.high(), decimals).toPlainString(),
                        FixedPoint.toRupees(candle.low(), decimals).toPlainString(),
                        FixedPoint.toRupees(candle.close(), decimals).toPlainString(),
                        candle.volume() < 0 ? "" : Long.toString(candle.volume()))
                + "\n";
    }
}
