/// Whether everything works, rule by rule, with what to do when it does not.
@NullMarked
package in.sauda.app.health;

import org.jspecify.annotations.NullMarked;
