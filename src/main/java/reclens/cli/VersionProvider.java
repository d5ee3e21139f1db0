package reclens.cli;

import picocli.CommandLine.IVersionProvider;
import reclens.session.ApplicationInfo;

/** The version for {@code --version}. */
final class VersionProvider implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {"RecLens " + ApplicationInfo.version()};
    }
}
