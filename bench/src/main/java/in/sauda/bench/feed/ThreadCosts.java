package in.sauda.bench.feed;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Map;

/// Processor time and allocation of the threads whose names begin alike, while they live.
///
/// @param cpuNanos since the threads began
/// @param allocatedBytes since the threads began
record ThreadCosts(long cpuNanos, long allocatedBytes) {
    static ThreadCosts of(String prefix) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long cpu = 0;
        long allocated = 0;
        for (Map.Entry<Thread, StackTraceElement[]> entry :
                Thread.getAllStackTraces().entrySet()) {
            Thread thread = entry.getKey();
            if (thread.getName().startsWith(prefix)) {
                cpu += Math.max(0, threads.getThreadCpuTime(thread.threadId()));
                allocated += Math.max(0, threads.getThreadAllocatedBytes(thread.threadId()));
            }
        }
        return new ThreadCosts(cpu, allocated);
    }

    ThreadCosts since(ThreadCosts earlier) {
        return new ThreadCosts(cpuNanos - earlier.cpuNanos, allocatedBytes - earlier.allocatedBytes);
    }
}
