/// Alerts by rules the user makes (rules 12.2): what is watched, when it fires and what fired.
@NullMarked
package in.sauda.core.alerts;

import org.jspecify.annotations.NullMarked;
