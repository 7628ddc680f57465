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
                "ILO <https://example.org/a?b=1>; NEDA <https://example.org/n>",
                "X <javascript:alert(1)>"));

    assertThat(sources.all())
        .containsExactly(
            new Source(1, "ILO", "https://example.org/a?b=1"),
            new Source(2, "Minutes 12", null),
            new Source(3, "NEDA", "https://example.org/n"),
            new Source(4, "X <javascript:alert(1)>", null));
    assertThat(sources.numbers("Minutes 12")).containsExactly(2);
    assertThat(
            sources.numbers("NEDA <https://example.org/n>; ILO <https://example.org/a?b=1>", null))
        .containsExactly(1, 3);
    assertThat(sources.numbers((String) null)).isEmpty();
  }
}
