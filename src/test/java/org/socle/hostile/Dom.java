package org.socle.hostile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.attoparser.AbstractMarkupHandler;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.unbescape.html.HtmlEscape;

/** What a browser reads from a page: elements with their attributes, and texts. */
public final class Dom extends AbstractMarkupHandler {

  /** One element, its attributes unescaped. */
  public record Element(String name, Map<String, String> attributes) {

    /** Value of an attribute, empty when it is not there. */
    public String of(String attribute) {
      return attributes.getOrDefault(attribute, "");
    }
  }

  public final List<Element> elements = new ArrayList<>();
  public final List<String> texts = new ArrayList<>();
  final Set<String> comments = new HashSet<>();

  private Dom() {}

  /** Reads a page. */
  public static Dom of(String page) {
    Dom dom = new Dom();
    try {
      new MarkupParser(ParseConfiguration.htmlConfiguration()).parse(page, dom);
    } catch (ParseException e) {
      throw new AssertionError("No HTML: " + page, e);
    }
    return dom;
  }

  List<Element> named(String name) {
    return elements.stream().filter(element -> element.name().equals(name)).toList();
  }

  @Override
  public void handleText(char[] buffer, int offset, int length, int line, int column) {
    texts.add(HtmlEscape.unescapeHtml(new String(buffer, offset, length)));
  }

  @Override
  public void handleComment(
      char[] buffer,
      int contentOffset,
      int contentLength,
      int outerOffset,
      int outerLength,
      int line,
      int column) {
    comments.add(new String(buffer, contentOffset, contentLength));
  }

  @Override
  public void handleStandaloneElementStart(
      char[] buffer, int offset, int length, boolean minimized, int line, int column) {
    open(buffer, offset, length);
  }

  @Override
  public void handleOpenElementStart(char[] buffer, int offset, int length, int line, int column) {
    open(buffer, offset, length);
  }

  private void open(char[] buffer, int offset, int length) {
    String name = new String(buffer, offset, length).toLowerCase(Locale.ROOT);
    elements.add(new Element(name, new HashMap<>()));
  }

  @Override
  public void handleAttribute(
      char[] buffer,
      int nameOffset,
      int nameLength,
      int nameLine,
      int nameColumn,
      int operatorOffset,
      int operatorLength,
      int operatorLine,
      int operatorColumn,
      int contentOffset,
      int contentLength,
      int outerOffset,
      int outerLength,
      int valueLine,
      int valueColumn) {
    elements
        .get(elements.size() - 1)
        .attributes()
        .put(
            new String(buffer, nameOffset, nameLength).toLowerCase(Locale.ROOT),
            HtmlEscape.unescapeHtml(new String(buffer, contentOffset, contentLength)));
  }
}
