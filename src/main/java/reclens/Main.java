package reclens;

/** Starts the workbench, or the command line when the first argument names a command. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {}
}
