package org.socle.security;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The key of the secrets in the database, from the environment or from a file that is made when
 * first needed.
 */
@Component
class SecurityKey {

  private static final Logger LOG = LoggerFactory.getLogger(SecurityKey.class);
  private static final String SETTING = "SOCLE_SECURITY_KEY";
  private static final String WHAT_TO_DO =
      "it is 32 random bytes in Base64; openssl rand -base64 32 makes one.";

  private final String configured;
  private final Path file;
  private @Nullable SecretBox box;

  SecurityKey(SecurityProperties settings) {
    configured = settings.key().strip();
    file = settings.keyFile();
    if (!configured.isEmpty()) {
      box = new SecretBox(decoded(configured, SETTING));
    }
  }

  /** What closes and opens secrets. */
  synchronized SecretBox box() {
    if (box == null) {
      box = new SecretBox(decoded(fromFile(), file.toString()));
    }
    return box;
  }

  private static byte[] decoded(String text, String where) {
    try {
      byte[] key = Base64.getDecoder().decode(text);
      if (key.length == SecretBox.KEY_BYTES) {
        return key;
      }
    } catch (IllegalArgumentException e) {
      // Told below, without the key.
    }
    throw new UnusableSettingException(where, WHAT_TO_DO);
  }

  private String fromFile() {
    try {
      if (!Files.exists(file)) {
        make();
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nobody but the program's own user may read it, from the first moment on. */
  private void make() throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    FileAttribute<?>[] owners =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    // Complete before it has its name: another program may read it at once.
    Path made = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID());
    Files.createFile(made, owners);
    Files.writeString(made, Base64.getEncoder().encodeToString(Secrets.bytes(SecretBox.KEY_BYTES)));
    try {
      Files.move(made, file);
      LOG.warn(
          "The key of the second factors was made: {}. Keep it with the backups, or set {}.",
          file,
          SETTING);
    } catch (FileAlreadyExistsException e) {
      // Another program made it in between; its key counts.
      Files.delete(made);
    }
  }
}
