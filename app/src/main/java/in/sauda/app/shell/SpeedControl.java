package in.sauda.app.shell;

import java.util.List;

/// How fast the demo day runs.
public interface SpeedControl {
    /// Speeds to offer, e.g. 1, 5, 20, 60, 120.
    List<Integer> speeds();

    int speed();

    /// Takes effect at once.
    void speed(int factor);
}
