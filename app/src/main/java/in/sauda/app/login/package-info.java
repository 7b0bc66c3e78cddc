/// The first start and the brokers' login forms.
@NullMarked
package in.sauda.app.login;

import org.jspecify.annotations.NullMarked;
