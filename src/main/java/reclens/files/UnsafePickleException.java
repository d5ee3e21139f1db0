package reclens.files;

import java.io.IOException;

/** A pickle asks for a Python function that no model needs. */
final class UnsafePickleException extends IOException {
    private final String callable;

    UnsafePickleException(String callable) {
        super("the file asks Python to run " + callable);
        this.callable = callable;
    }

    String callable() {
        return callable;
    }
}
