package org.socle.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The part of Markdown that form texts use, read into plain values: headings, paragraphs, lists,
 * bold words and links.
 *
 * <p>Templates write the values as escaped text, so that nothing in a text can become markup.
 */
final class Markdown {

  /** What a block is drawn as. */
  enum Kind {
    HEADING,
    PARAGRAPH,
    LIST
  }

  /** Lines that belong together; a list has one line per entry. */
  record Block(Kind kind, List<Line> lines) {}

  /** Pieces of one line. */
  record Line(List<Piece> pieces) {}

  /** A run of text; with an address it is a link. */
  record Piece(String text, boolean bold, @Nullable String href) {}

  private static final Pattern MARK =
      Pattern.compile("\\*\\*(.+?)\\*\\*|\\[([^\\]]+)]\\(([^)\\s]+)\\)");
  private static final Pattern SAFE =
      Pattern.compile("https?://[^\\s\"'<>]+|mailto:[^\\s\"'<>]+|/(?![/\\\\])[^\\s\"'<>\\\\]*");

  private Markdown() {}

  /**
   * Reads a text; an address that is neither relative to this site nor http(s) or mailto stays
   * plain text.
   */
  static List<Block> read(String text) {
    List<Block> blocks = new ArrayList<>();
    for (String part : text.strip().split("\\R\\s*\\R")) {
      if (!part.isBlank()) {
        readPart(part.strip(), blocks);
      }
    }
    return blocks;
  }

  private static void readPart(String part, List<Block> blocks) {
    Kind kind = Kind.PARAGRAPH;
    List<Line> lines = new ArrayList<>();
    for (String row : part.split("\\R")) {
      String line = row.strip();
      Kind found = kindOf(line);
      if (found != kind && !lines.isEmpty()) {
        blocks.add(new Block(kind, List.copyOf(lines)));
        lines.clear();
      }
      kind = found;
      lines.add(new Line(pieces(content(line, found))));
    }
    blocks.add(new Block(kind, List.copyOf(lines)));
  }

  private static Kind kindOf(String line) {
    if (line.startsWith("#")) {
      return Kind.HEADING;
    }
    return line.startsWith("- ") || line.startsWith("* ") ? Kind.LIST : Kind.PARAGRAPH;
  }

  private static String content(String line, Kind kind) {
    return switch (kind) {
      case HEADING -> line.replaceFirst("^#+\\s*", "");
      case LIST -> line.substring(2).strip();
      case PARAGRAPH -> line;
    };
  }

  private static List<Piece> pieces(String line) {
    List<Piece> pieces = new ArrayList<>();
    Matcher mark = MARK.matcher(line);
    int from = 0;
    while (mark.find()) {
      if (mark.start() > from) {
        pieces.add(new Piece(line.substring(from, mark.start()), false, null));
      }
      pieces.add(marked(mark));
      from = mark.end();
    }
    if (from < line.length()) {
      pieces.add(new Piece(line.substring(from), false, null));
    }
    return pieces;
  }

  private static Piece marked(Matcher mark) {
    String bold = mark.group(1);
    if (bold != null) {
      return new Piece(bold, true, null);
    }
    boolean safe = SAFE.matcher(mark.group(3)).matches();
    return safe
        ? new Piece(mark.group(2), false, mark.group(3))
        : new Piece(mark.group(), false, null);
  }
}
