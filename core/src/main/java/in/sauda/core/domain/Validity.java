package in.sauda.core.domain;

/// How long an unfilled order lives.
public enum Validity {
    DAY,
    IOC
}
