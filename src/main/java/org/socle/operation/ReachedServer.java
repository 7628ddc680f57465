package org.socle.operation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The server of a data folder: the one that runs there and is left running, or one of our own. */
record ReachedServer(String url, @Nullable EmbeddedServer own) implements AutoCloseable {

  /** Reaches the server of the folder, or starts one; refused when the folder holds no data. */
  static ReachedServer of(Path dataDir) {
    Path cluster = DataFolder.cluster(dataDir);
    if (!Files.exists(cluster.resolve("PG_VERSION"))) {
      throw new StartRefusedException(
          "There are no data in the folder " + cluster.getParent() + ".",
          "Name the program's data folder: SOCLE_DATA_DIR.");
    }
    OptionalInt port = RunningServer.port(cluster);
    if (port.isPresent()) {
      return new ReachedServer(EmbeddedServer.url(port.getAsInt()), null);
    }
    EmbeddedServer own = EmbeddedServer.start(dataDir);
    return new ReachedServer(own.url(), own);
  }

  @Override
  public void close() throws IOException {
    if (own != null) {
      own.close();
    }
  }
}
