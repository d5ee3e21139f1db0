package reclens;

public final class Main {
    private Main() {}

    public static void main(String[] a) {
        System.exit(reclens.cli.CommandLineMain.run(a));
    }
}
