/// Alerts by rules: the page that makes, lists, pauses and removes them, their history, and the sound.
@NullMarked
package in.sauda.app.alerts;

import org.jspecify.annotations.NullMarked;
