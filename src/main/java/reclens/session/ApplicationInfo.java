package reclens.session;

/** Name and version of the running application. */
public final class ApplicationInfo {
    private ApplicationInfo() {}

    /** The version in the jar's manifest; {@code 0.1.0} when run from class files. */
    public static String version() {
        String version = ApplicationInfo.class.getPackage().getImplementationVersion();
        return version == null ? "0.1.0" : version;
    }
}
