package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {

  @TempDir Path folder;

  @Test
  void makesTheFolder() {
    try (DataFolder taken = DataFolder.take(folder.resolve("a/b"))) {
      assertThat(taken.cluster().getParent()).isDirectory();
    }
  }

  @Test
  void isHeldByOneProgramAtATime() {
    try (DataFolder taken = DataFolder.take(folder)) {
      assertThatThrownBy(() -> DataFolder.take(folder))
          .isInstanceOf(StartRefusedException.class)
          .hasMessageContaining(
              "The program is running on this database (folder " + folder + "); stop it first");
      assertThat(taken.cluster()).isEqualTo(folder.resolve("postgresql"));
    }
    DataFolder.take(folder).close();
  }

  @Test
  void refusesDataOfAnotherMajorVersion() throws IOException {
    Files.createDirectories(folder.resolve("postgresql"));
    Files.writeString(folder.resolve("postgresql/PG_VERSION"), "19\n");
    assertThatThrownBy(() -> DataFolder.take(folder))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("were made by PostgreSQL 19, this program brings 18")
        .hasMessageContaining("SOCLE_DATA_DIR");
    Files.writeString(folder.resolve("postgresql/PG_VERSION"), "18\n");
    DataFolder.take(folder).close();
  }

  @Test
  void refusesAFolderThatCannotBeMade() throws IOException {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> DataFolder.take(file.resolve("data")))
        .isInstanceOf(StartRefusedException.class)
        .hasMessageContaining("cannot be written")
        .hasMessageContaining("SOCLE_DATA_DIR");
  }
}
