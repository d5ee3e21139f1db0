package reclens.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reclens.domain.CancellationToken;
import reclens.domain.DataException;
import reclens.domain.ProgressListener;
import reclens.domain.UserTable;

class UserTableReaderTest {
    @TempDir
    Path folder;

    @Test
    void readsRecBoleUsers() throws IOException {
        UserTable users =
                read(UserTableSource.of(file("user_id:token\tage:token\tjob:token\n1\t24\ttechnician\n2\t\tother\n")));
        assertThat(users.features()).containsExactly("age", "job");
        assertThat(users.rows()).containsEntry("1", Map.of("age", "24", "job", "technician"));
        assertThat(users.rows().get("2")).containsOnlyKeys("job");
        assertThat(users.label("1")).isEqualTo("24");
    }

    @Test
    void keepsTheFeaturesThatAreNamed() throws IOException {
        UserTable users = read(new UserTableSource(
                file("name,segment,age\nann,gold,30\n"),
                Optional.of("name"),
                List.of("segment"),
                Optional.empty(),
                Optional.empty()));
        assertThat(users.rows()).isEqualTo(Map.of("ann", Map.of("segment", "gold")));
    }

    @Test
    void refusesAUserThatStandsTwice() throws IOException {
        UserTableSource source = UserTableSource.of(file("user_id,age\n1,2\n1,3\n"));
        assertThatThrownBy(() -> read(source))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(
                        "users.txt:3: the user '1' stands twice; expected every id once, found lines 2 and 3");
    }

    @Test
    void listsTheColumnsWhenNoneHoldsUsers() throws IOException {
        UserTableSource source = UserTableSource.of(file("who,age\nx,3\n"));
        assertThatThrownBy(() -> read(source))
                .hasMessageContaining("cannot tell which column holds the user ids; found columns who, age");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("users.txt"), text);
    }

    private static UserTable read(UserTableSource source) {
        return UserTableReader.read(source, ProgressListener.NONE, new CancellationToken());
    }
}
