package org.socle.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.socle.document.UploadCheck.Reason;

class UploadCheckTests {

  private static final int LARGEST = 1024;

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static UploadCheck.Checked check(String name, byte[] content) {
    return UploadCheck.check(name, content, UploadCheck.Type.YAML, LARGEST);
  }

  static Stream<Arguments> refused() throws IOException {
    return Stream.of(
        Arguments.of("empty.yaml", new byte[0], Reason.EMPTY),
        Arguments.of("large.yaml", new byte[LARGEST + 1], Reason.TOO_LARGE),
        Arguments.of("page.html", text("a: b"), Reason.WRONG_ENDING),
        Arguments.of("country.yaml.exe", text("a: b"), Reason.WRONG_ENDING),
        Arguments.of("country", text("a: b"), Reason.WRONG_ENDING),
        Arguments.of("page.yaml", text("<html><script>alert(1)</script>"), Reason.OTHER_TYPE),
        Arguments.of("page.yaml", text("\uFEFF \n <!DOCTYPE html>"), Reason.OTHER_TYPE),
        Arguments.of("image.yaml", text("<?xml version='1.0'?><svg/>"), Reason.OTHER_TYPE),
        Arguments.of("script.yaml", text("#!/bin/sh\nrm"), Reason.OTHER_TYPE),
        Arguments.of("program.yaml", text("MZ\u0090"), Reason.OTHER_TYPE),
        Arguments.of("program.yaml", text("\u007fELF"), Reason.OTHER_TYPE),
        Arguments.of("report.yaml", text("%PDF-1.7"), Reason.OTHER_TYPE),
        Arguments.of("archive.yaml", zip(), Reason.OTHER_TYPE),
        Arguments.of("latin.yaml", new byte[] {'a', ':', ' ', (byte) 0xE9}, Reason.NOT_TEXT),
        Arguments.of("zero.yaml", text("a: \0"), Reason.NOT_TEXT),
        Arguments.of("sixteen.yaml", "a: b".getBytes(StandardCharsets.UTF_16), Reason.NOT_TEXT));
  }

  private static byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("country.yaml"));
      zip.write(new byte[100_000]);
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatIsNotWhatItsNameSays(String name, byte[] content, Reason reason) {
    RefusedUploadException refused =
        catchThrowableOfType(RefusedUploadException.class, () -> check(name, content));
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.arguments()).startsWith(name);
  }

  @Test
  void takesATextUnderEitherEnding() {
    assertThat(check("country.yaml", text("country: XTR\n")).content()).hasSize(13);
    assertThat(check("C:\\files\\Country.YML", text("\uFEFFa: é\r\n\tb")).name())
        .isEqualTo("Country.YML");
  }

  @ParameterizedTest
  @CsvSource({
    "../../x\u202Elmay.yaml, xlmay.yaml",
    "/etc/passwd, passwd",
    "C:\\a\\b.yaml, b.yaml",
    "..\\..\\b.yaml, b.yaml",
    "a\u200B\u2066b\u0007.yaml, ab.yaml",
    "caf\u0065\u0301.yaml, caf\u00e9.yaml",
    "con.yaml, _con.yaml",
    "LPT1, _LPT1",
    "console.yaml, console.yaml",
    "a<b>:c|d?.yaml, abcd.yaml",
    "....yaml, yaml",
    "'  .hidden. ', hidden",
    "'', file",
    "/, file",
    "\uD800x.yaml, x.yaml"
  })
  void cleansTheName(String sent, String kept) {
    assertThat(UploadedName.clean(sent)).isEqualTo(kept);
  }

  @Test
  void shortensTheNameAndKeepsItsEnding() {
    assertThat(UploadedName.clean("é".repeat(500) + ".yaml"))
        .hasSize(UploadedName.LONGEST)
        .endsWith("é.yaml");
    assertThat(UploadedName.clean("😀".repeat(500)).codePoints()).hasSize(UploadedName.LONGEST);
    assertThat(UploadedName.clean("." + "a".repeat(500))).hasSize(UploadedName.LONGEST);
    assertThat(UploadedName.clean(null)).isEqualTo("file");
  }
}
