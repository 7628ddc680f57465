package org.socle.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.socle.notification.GroupLetter;
import org.socle.notification.GroupLetter.Word;
import org.socle.notification.GroupLetters;
import org.socle.notification.Mail;
import org.socle.notification.ReadMails;
import org.socle.notification.ReadMails.Read;
import org.socle.notification.Recipients.Capacity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Every kind of mail that the program puts into the outbox has a module and texts. */
class MailKindsTests extends ProcessTestSupport {

  private static final Path SOURCES = Path.of("src/main/java/org/socle");
  private static final Pattern LITERAL = Pattern.compile("\"([a-z-]+)\"");
  private static final String RECIPIENT =
      "(seat|agency|owner|person|secretariat|government-focal-point)";

  /** Kinds that are put together, by the part that stands in the source. */
  private static final Map<String, List<String>> COMPOSED =
      Map.of(
          "-asked-seat",
          List.of("position-asked-seat", "late-position-asked-seat"),
          "decision-awaited-",
          List.of(
              "decision-awaited-chair",
              "decision-awaited-decision-clerk",
              "decision-awaited-finance"));

  private static final Set<String> OF_GROUPS = Set.of("seat-", "agency-", "account-");

  private static final String HOSTILE = "Eve\r\nBcc: all <b>{0}</b> ${7*7} {1";

  @Autowired private ApplicationContext context;
  @Autowired private List<GroupLetters> modules;

  private Set<String> kinds() {
    Set<String> kinds = new TreeSet<>();
    modules.forEach(module -> kinds.addAll(module.kinds()));
    return kinds;
  }

  @Test
  void everyKindThatIsPutIntoTheOutboxHasAModuleThatWritesIt() throws IOException {
    Set<String> enqueued = new TreeSet<>();
    for (Path source : sources("new Mail(")) {
      literals(source, LITERAL).forEach(word -> collect(word, enqueued));
    }
    assertThat(enqueued).hasSizeGreaterThan(25);
    ReadMails mails = new ReadMails(context);
    assertThat(enqueued).allMatch(mails::known, "has a module");
    assertThat(kinds()).as("written, and enqueued somewhere").isSubsetOf(enqueued);
  }

  private static void collect(String word, Set<String> kinds) {
    if (OF_GROUPS.contains(word)) {
      return;
    }
    if (word.startsWith("-") || word.endsWith("-")) {
      assertThat(COMPOSED).as("a part of a kind that this test does not know").containsKey(word);
      kinds.addAll(COMPOSED.get(word));
    } else if (word.matches("[a-z]+(-[a-z]+)*-" + RECIPIENT)) {
      kinds.add(word);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "fr", "es"})
  void everyKindIsSaidInEveryLanguageToEverybody(String language) throws IOException {
    new StandingCase(jdbc, caseId, COUNTRY, 3);
    GroupLetter letter = everything();
    ReadMails mails = new ReadMails(context);
    Set<String> subjects = new TreeSet<>();
    for (String kind : kinds()) {
      Mail mail = new Mail(caseId, kind, "secretariat", "e1");
      for (Capacity capacity : Capacity.values()) {
        if (capacity != Capacity.PERSON) {
          Read read = mails.read(mail, letter, capacity, "person-1", language);
          check(read);
          subjects.add(read.subject());
        }
      }
    }
    assertThat(subjects).hasSizeGreaterThan(40);
  }

  private void check(Read read) {
    String all = read.subject() + read.plain() + read.html();
    String ours =
        all.replace("<b>{0}</b>", "")
            .replace("&lt;b&gt;{0}&lt;/b&gt;", "")
            .replace("${7*7} {1", "");
    assertThat(ours)
        .as(read.kind())
        .doesNotContainPattern("\\{\\d")
        .doesNotContainPattern("\\bmail\\.[a-z]")
        .doesNotContain("??");
    assertThat(read.subject()).contains("SPF-").doesNotContain("\n");
    assertThat(read.plain()).contains("Eve\n  Bcc: all <b>{0}</b> ${7*7} {1");
    assertThat(read.html()).contains("Bcc: all &lt;b&gt;{0}&lt;/b&gt; ${7*7} {1");
    assertThat(read.html()).contains("lang=\"" + read.language() + "\"");
  }

  /** Every fact and every word that some module names, and a text that is not harmless. */
  private static GroupLetter everything() throws IOException {
    GroupLetter letter = GroupLetter.on("/cases/c1").by(LocalDate.of(2026, 6, 15));
    Set<String> facts = new TreeSet<>();
    Set<String> words = new TreeSet<>(Set.of("IN_PERSON", "ONLINE", "MIXED"));
    for (Path source : sources("GroupLetter")) {
      facts.addAll(literals(source, Pattern.compile("\\.with\\(\\s*\"([a-z-]+)\"")));
      words.addAll(literals(source, Pattern.compile("new Word\\(\"([a-z-]+)\"\\)")));
    }
    assertThat(facts).contains("reason", "agenda");
    assertThat(words).contains("convened-anew");
    for (String fact : facts) {
      letter = letter.with(fact, HOSTILE);
    }
    for (String word : words) {
      letter = letter.with("note", new Word(word));
    }
    return letter;
  }

  private static List<Path> sources(String holding) throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java") && read(file).contains(holding))
          .toList();
    }
  }

  private static List<String> literals(Path source, Pattern pattern) {
    return pattern.matcher(read(source)).results().map(found -> found.group(1)).toList();
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
