/// Health on the screen: status bar, connection banner, notices.
@NullMarked
package in.sauda.app.status;

import org.jspecify.annotations.NullMarked;
