package org.socle.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.portal.Markdown.Block;
import org.socle.portal.Markdown.Kind;
import org.socle.portal.Markdown.Piece;

class MarkdownTests {

  @Test
  void readsParagraphsListsBoldAndLinks() {
    List<Block> blocks =
        Markdown.read("# Head\n\nSay **why** at [the page](/open-page).\n- one\n- two");

    assertThat(blocks)
        .extracting(Block::kind)
        .containsExactly(Kind.HEADING, Kind.PARAGRAPH, Kind.LIST);
    assertThat(blocks.get(1).lines().get(0).pieces())
        .containsExactly(
            new Piece("Say ", false, null),
            new Piece("why", true, null),
            new Piece(" at ", false, null),
            new Piece("the page", false, "/open-page"),
            new Piece(".", false, null));
    assertThat(blocks.get(2).lines()).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "//evil.example",
        "/\\evil.example",
        "vbscript:x",
        "https://a\"onclick=x"
      })
  void leavesUnsafeAddressesAsText(String address) {
    List<Block> blocks = Markdown.read("[click](" + address + ")");

    assertThat(blocks.get(0).lines().get(0).pieces()).allMatch(piece -> piece.href() == null);
  }
}
