package in.sauda.app.login;

import in.sauda.core.broker.Broker;
import in.sauda.core.broker.CredentialField;
import in.sauda.core.broker.CredentialField.Format;
import in.sauda.core.broker.CredentialField.Kind;
import in.sauda.core.broker.Credentials;
import in.sauda.core.broker.LoginStep;
import in.sauda.core.broker.LoginStep.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// The pages of a login, what is typed into their fields, and what is wrong with it. FX thread only.
public final class LoginFields {
    private static final String ORDER_PROXY = "orderproxy";
    private static final CredentialField PROXY_FIELD = new CredentialField(
            ORDER_PROXY,
            "Order proxy",
            Kind.PLAIN,
            "Only when your line has no fixed address: http://host:port or socks5://host:port. Orders alone go through it.",
            false,
            new Format("(http|socks5)://\\S+:[0-9]{1,5}", "A proxy looks like http://host:port or socks5://host:port."),
            "",
            Set.of("ORDER_PROXY"));

    /// One page of the wizard.
    public record Page(String title, String words, List<Link> links, List<CredentialField> fields) {}

    private final List<CredentialField> fields;
    private final List<Page> pages;
    private final Map<String, StringProperty> values = new LinkedHashMap<>();
    private final Map<String, ReadOnlyObjectWrapper<String>> errors = new LinkedHashMap<>();

    LoginFields(Broker broker) {
        fields = new ArrayList<>(broker.credentialFields());
        fields.add(PROXY_FIELD);
        for (CredentialField field : fields) {
            StringProperty value = new SimpleStringProperty("");
            ReadOnlyObjectWrapper<String> error = new ReadOnlyObjectWrapper<>("");
            value.addListener(ignored -> error.set(""));
            values.put(field.name(), value);
            errors.put(field.name(), error);
        }
        pages = pagesOf(broker, fields);
    }

    /// The broker's own pages, and one for what concerns orders alone.
    private static List<Page> pagesOf(Broker broker, List<CredentialField> fields) {
        List<Page> pages = new ArrayList<>();
        List<CredentialField> rest = new ArrayList<>(fields);
        for (LoginStep step : broker.loginSteps()) {
            List<CredentialField> own = fields.stream()
                    .filter(field -> step.fields().contains(field.name()))
                    .toList();
            rest.removeAll(own);
            pages.add(new Page(step.title(), step.words(), step.links(), own));
        }
        pages.add(new Page(
                "Orders",
                "Orders are accepted only from the internet address registered for your API key; prices come from anywhere. "
                        + "You may leave this page empty.",
                List.of(),
                rest));
        return List.copyOf(pages);
    }

    public List<Page> pages() {
        return pages;
    }

    public StringProperty value(CredentialField field) {
        return Objects.requireNonNull(values.get(field.name()));
    }

    /// What is wrong with a field; empty when nothing is, or when nobody has asked yet.
    public ReadOnlyObjectProperty<String> error(CredentialField field) {
        return errorOf(field).getReadOnlyProperty();
    }

    void fill(Map<String, String> known) {
        known.forEach((name, text) -> {
            StringProperty value = values.get(name);
            if (value != null) {
                value.set(text);
            }
        });
    }

    void clear() {
        values.values().forEach(value -> value.set(""));
    }

    /// What is typed as the TOTP secret; empty when nothing is.
    String totpSecret() {
        return fields.stream()
                .filter(field -> field.kind() == Kind.TOTP_SECRET)
                .map(this::text)
                .findFirst()
                .orElse("");
    }

    /// Fields that still have to be typed before a login can begin.
    List<CredentialField> missing() {
        return fields.stream()
                .filter(field -> text(field).isEmpty())
                .filter(field -> field.required()
                        || (field.kind() == Kind.TOTP_CODE && totpSecret().isEmpty()))
                .toList();
    }

    Credentials credentials() {
        Map<String, String> typed = new LinkedHashMap<>();
        values.forEach((name, value) -> typed.put(name, value.get().strip()));
        typed.remove(ORDER_PROXY);
        return new Credentials(typed);
    }

    /// Addresses of the account by endpoint name.
    Map<String, String> network() {
        String proxy = text(PROXY_FIELD);
        return proxy.isEmpty() ? Map.of() : Map.of(ORDER_PROXY, proxy);
    }

    /// What is typed into the fields of which this holds; empty ones are left out.
    Map<String, String> typed(Predicate<CredentialField> chosen) {
        Map<String, String> typed = new LinkedHashMap<>();
        fields.stream()
                .filter(chosen)
                .filter(field -> !text(field).isEmpty())
                .forEach(field -> typed.put(field.name(), text(field)));
        return typed;
    }

    /// True for values that may be written to the settings: a proxy may carry a password, which makes it a secret.
    boolean open(CredentialField field) {
        return !field.secret() && !text(field).contains("@");
    }

    /// Checks one field, as when the user leaves it.
    public boolean validate(CredentialField field) {
        String problem = problem(field, text(field));
        errorOf(field).set(problem);
        return problem.isEmpty();
    }

    boolean validate(Page page) {
        boolean good = true;
        for (CredentialField field : page.fields()) {
            good &= validate(field);
        }
        return good;
    }

    private String problem(CredentialField field, String text) {
        if (!text.isEmpty()) {
            return field.format().matches(text) ? "" : field.format().sentence();
        }
        if (field.kind() == Kind.TOTP_CODE && totpSecret().isEmpty()) {
            return "Type the six digits, or give the secret they are made from.";
        }
        return field.required() ? field.label() + " is needed." : "";
    }

    /// Writes a failure beside the field it speaks of.
    ///
    /// @return number of that field's page, or -1 when the failure speaks of none
    int blame(String code, String sentence) {
        for (int number = 0; number < pages.size(); number++) {
            for (CredentialField field : pages.get(number).fields()) {
                if (field.failureCodes().contains(code) && !text(field).isEmpty()) {
                    if (field.kind() == Kind.TOTP_CODE) {
                        value(field).set("");
                    }
                    errorOf(field).set(sentence);
                    return number;
                }
            }
        }
        return -1;
    }

    private String text(CredentialField field) {
        return value(field).get().strip();
    }

    private ReadOnlyObjectWrapper<String> errorOf(CredentialField field) {
        return Objects.requireNonNull(errors.get(field.name()));
    }
}
