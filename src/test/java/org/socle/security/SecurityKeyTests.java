package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;

class SecurityKeyTests {

  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

  @TempDir Path folder;

  private SecurityKey key(String configured) {
    return new SecurityKey(
        new SecurityProperties(
            false,
            List.of(),
            Duration.ofHours(12),
            SecondFactorPolicy.OFFERED,
            configured,
            folder.resolve("data/security.key"),
            new SecurityProperties.Throttle(50, Duration.ofMinutes(10)),
            new SecurityProperties.Input(DataSize.ofBytes(1), 1, 1, 1),
            new SecurityProperties.Links(Duration.ofDays(1), Duration.ofHours(1))));
  }

  @Test
  void makesItsFileOnceForItsOwnUserAlone() throws Exception {
    byte[] kept = key("").box().close("acc-1", SECRET);
    assertThat(key("").box().open("acc-1", kept)).contains(SECRET);
    Path file = folder.resolve("data/security.key");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void opensNothingForAnotherOwnerOrWithAnotherKeyOrAfterAChange() {
    byte[] kept = key("").box().close("acc-1", SECRET);
    assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain("a secret");
    assertThat(key("").box().open("acc-2", kept)).isEmpty();
    assertThat(key("A".repeat(43) + "=").box().open("acc-1", kept)).isEmpty();
    kept[kept.length - 1] ^= 1;
    assertThat(key("").box().open("acc-1", kept)).isEmpty();
    assertThat(key("").box().open("acc-1", new byte[3])).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"my secret key", "c2hvcnQ="})
  void refusesWhatIsNoKeyWithoutRepeatingIt(String configured) {
    assertThatThrownBy(() -> key(configured))
        .isInstanceOf(UnusableSettingException.class)
        .hasMessageContaining("SOCLE_SECURITY_KEY")
        .hasMessageContaining("openssl rand -base64 32")
        .hasMessageNotContaining(configured);
  }
}
