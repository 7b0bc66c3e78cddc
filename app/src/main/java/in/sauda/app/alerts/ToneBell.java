package in.sauda.app.alerts;

import java.util.concurrent.atomic.AtomicBoolean;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Two short tones, one above the other, made here so that no file has to be found. A computer without a sound device
/// says so once and stays silent. Safe from any thread.
public final class ToneBell implements Bell {
    private static final Logger LOG = LoggerFactory.getLogger(ToneBell.class);
    private static final float RATE = 44_100f;
    private static final double[] HERTZ = {880, 1_320};
    private static final double TONE_SECONDS = 0.14;
    private static final double LOUDNESS = 0.35;

    private final AtomicBoolean ringing = new AtomicBoolean();
    private volatile String problem = "";

    @Override
    public void ring() {
        if (problem.isEmpty() && ringing.compareAndSet(false, true)) {
            Thread.ofPlatform().name("bell").daemon().start(this::play);
        }
    }

    private void play() {
        byte[] wave = wave();
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (SourceDataLine line = AudioSystem.getSourceDataLine(format)) {
            line.open(format);
            line.start();
            line.write(wave, 0, wave.length);
            line.drain();
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException silent) {
            problem = "This computer has no sound device; alerts are shown and not heard.";
            LOG.warn("Alerts cannot be heard", silent);
        } finally {
            ringing.set(false);
        }
    }

    /// Both tones as 16-bit samples, faded in and out so that nothing clicks.
    static byte[] wave() {
        int samples = (int) (RATE * TONE_SECONDS);
        byte[] wave = new byte[HERTZ.length * samples * 2];
        for (int tone = 0; tone < HERTZ.length; tone++) {
            for (int i = 0; i < samples; i++) {
                double fade = Math.sin(Math.PI * i / samples);
                double level = Math.sin(2 * Math.PI * HERTZ[tone] * i / RATE) * fade * LOUDNESS;
                int value = (int) Math.round(level * Short.MAX_VALUE);
                int at = (tone * samples + i) * 2;
                wave[at] = (byte) value;
                wave[at + 1] = (byte) (value >> 8);
            }
        }
        return wave;
    }

    @Override
    public String problem() {
        return problem;
    }
}
