package reclens.files;

/** The name of a Python class or function in a pickle; a name and nothing more. */
record PyGlobal(String module, String name) {
    String qualified() {
        return module + "." + name;
    }

    @Override
    public String toString() {
        return qualified();
    }
}
