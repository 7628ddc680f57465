package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.socle.portal.Sources.Source;

class SourcesTests {

  @Test
  void namesEachSourceOnceAndLinksWebAddressesOnly() {
    Sources sources =
        Sources.of(
            Stream.of(
                "ILO <https://example.org/a?b=1>",
                "Minutes 12",
                "ILO <https://example.org/a?b=1>",
                "X <javascript:alert(1)>"));

    assertThat(sources.all())
        .containsExactly(
            new Source(1, "ILO", "https://example.org/a?b=1"),
            new Source(2, "Minutes 12", null),
            new Source(3, "X <javascript:alert(1)>", null));
    assertThat(sources.number("Minutes 12")).isEqualTo(2);
    assertThat(sources.number(null)).isZero();
  }
}
