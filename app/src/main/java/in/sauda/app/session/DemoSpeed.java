package in.sauda.app.session;

import in.sauda.app.shell.SpeedControl;
import in.sauda.simulator.SimulatedClock;
import java.util.List;

/// Lets the user hurry the demo day.
record DemoSpeed(SimulatedClock clock) implements SpeedControl {
    private static final List<Integer> SPEEDS = List.of(1, 5, 20, 60, 120);

    @Override
    public List<Integer> speeds() {
        return SPEEDS;
    }

    @Override
    public int speed() {
        return (int) Math.round(clock.speed());
    }

    @Override
    public void speed(int factor) {
        clock.setSpeed(factor);
    }
}
