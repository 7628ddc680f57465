package org.socle.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The folder of the embedded server, held by one program at a time. */
class DataFolder implements AutoCloseable {

  /** Major version of the PostgreSQL binaries in the jar. */
  static final int MAJOR = 18;

  private final Path folder;
  private final FileChannel lockFile;

  private DataFolder(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder, made where it is missing; a {@link StartRefusedException} when it cannot be
   * used.
   */
  static DataFolder take(Path configured) {
    Path folder = configured.toAbsolutePath().normalize();
    FileChannel lockFile = null;
    try {
      Files.createDirectories(folder);
      lockFile =
          FileChannel.open(
              folder.resolve("socle.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(lockFile) == null) {
        lockFile.close();
        throw new StartRefusedException(
            "The program is running on this database (folder " + folder + ");",
            "stop it first, or choose another folder: SOCLE_DATA_DIR.");
      }
    } catch (IOException e) {
      throw new StartRefusedException(
          "The data folder " + folder + " cannot be written (" + e + ").",
          "Give this user the right to write there, or choose another folder: SOCLE_DATA_DIR.");
    }
    DataFolder taken = new DataFolder(folder, lockFile);
    taken.checkVersion();
    return taken;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Folder of the server's own files. */
  Path cluster() {
    return cluster(folder);
  }

  /** Folder of the server's own files in a data folder. */
  static Path cluster(Path configured) {
    return configured.toAbsolutePath().normalize().resolve("postgresql");
  }

  /** Folder into which the server's program files are unpacked. */
  Path programs() {
    return folder.resolve("postgresql-program");
  }

  private void checkVersion() {
    Path file = cluster().resolve("PG_VERSION");
    try {
      if (!Files.exists(file)) {
        return;
      }
      int major = Integer.parseInt(Files.readString(file).strip());
      if (major != MAJOR) {
        close();
        throw new StartRefusedException(
            "The data in "
                + cluster()
                + " were made by PostgreSQL "
                + major
                + ", this program brings "
                + MAJOR
                + ".",
            "Use the release of Socle that made them, or an empty folder: SOCLE_DATA_DIR.");
      }
    } catch (IOException | NumberFormatException e) {
      close();
      throw new StartRefusedException(
          "The data folder " + cluster() + " cannot be read (" + e + ").",
          "Give this user the right to read it, or choose another folder: SOCLE_DATA_DIR.");
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
