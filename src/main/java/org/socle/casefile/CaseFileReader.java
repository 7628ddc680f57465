package org.socle.casefile;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.casefile.CaseFile.Body;
import org.socle.casefile.CaseFile.Event;
import org.socle.casefile.CaseFile.Figure;
import org.socle.casefile.CaseFile.Institution;
import org.socle.casefile.CaseFile.Recommendation;
import org.socle.casefile.CaseFile.Reported;
import org.socle.casefile.CaseFile.Source;

/**
 * Reads a case file strictly: every wrong key, value, name, date and order is a problem with its
 * line, and all are named.
 */
final class CaseFileReader {

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{3}");
  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}");
  private static final Pattern ACRONYM = Pattern.compile("[\\p{L}0-9][\\p{L}0-9 ./&-]{0,29}");
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,29}");
  private static final Pattern ADDRESS = Pattern.compile("https?://\\S{1,180}");
  private static final String ID_RULE = "a word of small letters, digits and hyphens";

  private final byte[] content;
  private final List<Problem> problems = new ArrayList<>();
  private final Fields root;

  private CaseFileReader(byte[] content) {
    this.content = content;
    this.root = new Fields(Block.FILE, YamlSource.compose(content), problems);
  }

  /**
   * Reads and checks a file.
   *
   * @param today latest day that a published fact may have
   * @throws RefusedFileException with every problem found
   */
  static CaseFile read(byte[] content, LocalDate today) {
    return new CaseFileReader(content).read(today);
  }

  private CaseFile read(LocalDate today) {
    List<Source> sources = blocks("sources", Block.SOURCE).map(this::source).toList();
    List<Institution> institutions =
        blocks("institutions", Block.INSTITUTION).map(this::institution).toList();
    List<Body> bodies = blocks("bodies", Block.BODY).map(this::body).toList();
    List<String> attendants = root.texts("attends_without_seat");
    Set<String> names = names(institutions, bodies, attendants);
    Set<String> sourceIds = set(sources.stream().map(Source::id));
    List<Event> events =
        blocks("events", Block.EVENT)
            .map(block -> event(block, names, sourceIds))
            .filter(Objects::nonNull)
            .toList();
    CaseFile file =
        new CaseFile(
            Hash.sha256(content),
            orEmpty(
                root.matching(
                    "country", COUNTRY, "a code of three capital letters (ISO 3166 alpha-3)")),
            title(root),
            root.declared("languages", Words.LANGUAGES, "the languages en, fr, es"),
            root.declared(
                "lead", set(institutions.stream().map(Institution::acronym)), "institutions"),
            sources,
            institutions,
            attendants,
            bodies,
            blocks("recommendations", Block.RECOMMENDATION).map(this::recommendation).toList(),
            root.texts("notes"),
            events,
            blocks("figures", Block.FIGURE).map(this::figure).toList(),
            blocks("reported", Block.REPORTED)
                .map(block -> reported(block, sourceIds))
                .filter(Objects::nonNull)
                .toList());
    return new CaseFileChecks(file, problems, !problems.isEmpty()).checked(today);
  }

  private Stream<Fields> blocks(String key, Block block) {
    return root.nodes(key).stream()
        .map(node -> new Fields(block, node, problems))
        .toList()
        .stream();
  }

  private Source source(Fields at) {
    return new Source(
        orEmpty(at.matching("id", ID, ID_RULE)),
        shortText(at, "title", 200),
        orEmpty(
            at.matching("address", ADDRESS, "an address that starts with http:// or https://")));
  }

  private Institution institution(Fields at) {
    Institution institution =
        new Institution(
            orEmpty(
                at.matching(
                    "acronym", ACRONYM, "an acronym of at most 30 letters, digits and spaces")),
            shortText(at, "name", 200),
            orEmpty(at.choice("category", Words.CATEGORIES)),
            at.texts("agencies"),
            at.line());
    if (!institution.agencies().isEmpty() && !"UN".equals(institution.category())) {
      problems.add(
          new Problem(at.line("agencies"), "agencies belong to an institution of category UN"));
    }
    institution.agencies().stream()
        .filter(agency -> !CODE.matcher(agency).matches())
        .forEach(
            agency ->
                problems.add(
                    new Problem(at.line("agencies"), agency + " is no agency code in capitals")));
    return institution;
  }

  private Body body(Fields at) {
    Integer order = at.whole("order", 1, 20);
    return new Body(
        shortText(at, "name", 200),
        orEmpty(at.choice("level", Words.LEVELS)),
        order == null ? 0 : order,
        at.textOrNull("chaired_by"),
        at.line());
  }

  private Recommendation recommendation(Fields at) {
    Integer priority = at.whole("priority", 1, 3);
    return new Recommendation(
        shortText(at, "title", 200),
        at.text("text"),
        orEmpty(at.choice("guarantee", Words.GUARANTEES)),
        priority == null ? 0 : priority,
        Boolean.TRUE.equals(at.flag("needs_law")),
        at.number("added_cost", 0, 100),
        at.line());
  }

  private @Nullable Event event(Fields at, Set<String> names, Set<String> sources) {
    PublishedDate date = at.date("date");
    PublishedDate until = at.date("until");
    String kind =
        at.choice("kind", Arrays.stream(EventKind.values()).map(EventKind::word).toList());
    List<String> who =
        at.declared("who", names, "institutions, agencies, bodies or attends_without_seat");
    String id = at.matching("id", ID, ID_RULE);
    String what = at.textOrNull("what");
    String level = at.choice("level", Words.LEVELS);
    String outcome = at.choice("outcome", Words.OUTCOMES);
    List<String> conditions = at.texts("conditions");
    String source = at.choice("source", sources);
    if (date == null || kind == null) {
      return null;
    }
    EventKind known = EventKind.valueOf(kind.toUpperCase(Locale.ROOT));
    return new Event(
        id,
        date,
        date.first(),
        until,
        known,
        who,
        what,
        level,
        outcome,
        conditions,
        source,
        at.line("date"));
  }

  private Figure figure(Fields at) {
    return new Figure(
        orEmpty(at.matching("name", ID, ID_RULE)),
        title(at),
        at.text("from"),
        at.text("to"),
        at.line());
  }

  private @Nullable Reported reported(Fields at, Set<String> sources) {
    String name = orEmpty(at.matching("name", ID, ID_RULE));
    Map<String, String> title = title(at);
    PublishedDate from = at.date("from");
    PublishedDate to = at.date("to");
    String note = at.textOrNull("note");
    String source = at.choice("source", sources);
    return from == null || to == null
        ? null
        : new Reported(name, title, from, to, note, source, at.line());
  }

  private static Map<String, String> title(Fields at) {
    Map<String, String> title = new LinkedHashMap<>();
    Fields block = at.block("title", Block.TITLE);
    if (block != null) {
      Words.LANGUAGES.forEach(language -> title.put(language, block.text(language)));
    }
    return title;
  }

  private String shortText(Fields at, String key, int longest) {
    String text = at.text(key);
    if (text.length() > longest) {
      problems.add(new Problem(at.line(key), key + " has at most " + longest + " characters"));
    }
    return text;
  }

  private static Set<String> names(
      List<Institution> institutions, List<Body> bodies, List<String> attendants) {
    return set(
        Stream.of(
                institutions.stream().map(Institution::acronym),
                institutions.stream().map(Institution::agencies).flatMap(Collection::stream),
                bodies.stream().map(Body::name),
                attendants.stream())
            .flatMap(stream -> stream));
  }

  private static Set<String> set(Stream<String> values) {
    Set<String> set = new LinkedHashSet<>();
    values.forEach(set::add);
    return set;
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
