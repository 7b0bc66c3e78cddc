/// The optional page of figures for Prometheus.
@NullMarked
package in.sauda.app.metrics;

import org.jspecify.annotations.NullMarked;
