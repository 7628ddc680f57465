package org.socle.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

  private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

  /** The vectors of RFC 6238, appendix B; of its eight digits an app shows the last six. */
  @ParameterizedTest
  @CsvSource({
    "59, 94287082",
    "1111111109, 07081804",
    "1111111111, 14050471",
    "1234567890, 89005924",
    "2000000000, 69279037",
    "20000000000, 65353130"
  })
  void givesTheCodesOfTheStandard(long second, String eightDigits) {
    assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second))))
        .isEqualTo(eightDigits.substring(2));
  }

  @Test
  void takesTheStepBeforeAndAfterAndNoOther() {
    Instant now = Instant.ofEpochSecond(1_234_567_890);
    long step = Totp.step(now);
    for (long near = step - 1; near <= step + 1; near++) {
      assertThat(Totp.step(SECRET, Totp.code(SECRET, near), now)).hasValue(near);
    }
    assertThat(Totp.step(SECRET, Totp.code(SECRET, step - 2), now)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, step + 2), now)).isEmpty();
    assertThat(Totp.step(SECRET, "", now)).isEmpty();
  }

  /** The vectors of RFC 4648 whose length needs no padding, and a whole key. */
  @Test
  void writesKeysAsAppsReadThem() {
    assertThat(Base32.encode("fooba".getBytes(StandardCharsets.US_ASCII))).isEqualTo("MZXW6YTB");
    assertThat(Base32.encode(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
  }
}
