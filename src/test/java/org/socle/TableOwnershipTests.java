package org.socle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A table has one owner, the module that its migration file names; only the owner's SQL names it.
 * Faces read views.
 */
class TableOwnershipTests {

  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
  private static final Path SOURCES = Path.of("src/main/java/org/socle");
  private static final Set<String> FACES = Set.of("portal", "api", "casefile", "operation");
  private static final Pattern FILE_NAME = Pattern.compile("V\\d{4}__([a-z]+)_\\w+\\.sql");
  private static final Pattern CREATED =
      Pattern.compile("create (?:or replace )?(table|view) (?:if not exists )?(\\w+)");

  /** A word after one of these names a table or a view; a foreign key may lead to a lower floor. */
  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(?:from|join|into|update|table)\\s+(?:only\\s+)?([a-z_][a-z_0-9]*)\\b(?!\\s*\\()");

  private static final Pattern LISTED =
      Pattern.compile("\\bfrom\\s+[a-z_]\\w*(?:\\s+\\w+)?\\s*,\\s*([a-z_]\\w*)");
  private static final Pattern LITERAL =
      Pattern.compile("\"\"\"(.*?)\"\"\"|\"((?:[^\"\\\\\\n]|\\\\.)*)\"", Pattern.DOTALL);
  private static final Pattern SQL =
      Pattern.compile(
          "\\b(?:select|insert into|update|delete from|join|from|with)\\b",
          Pattern.CASE_INSENSITIVE);

  /** A table or a view. */
  private record Owned(String module, boolean view) {}

  @Test
  void aTableIsNamedInTheSqlOfItsModuleOnly() {
    Map<String, Owned> owned = owned();
    assertThat(owned).as("tables and views found").hasSizeGreaterThan(50);
    List<String> found = new ArrayList<>();
    int named = 0;
    for (Path source : files(SOURCES, ".java")) {
      for (String name : named(read(source))) {
        Owned of = owned.get(name);
        if (of != null) {
          named++;
          wrong(module(source), name, of)
              .ifPresent(why -> found.add(SOURCES.relativize(source) + ": " + why));
        }
      }
    }
    assertThat(named).as("tables named in sources").isGreaterThan(80);
    assertThat(found).isEmpty();
  }

  @Test
  void aViewOfAModuleNamesItsOwnTablesAndViewsOfOthers() {
    Map<String, Owned> owned = owned();
    List<String> found = new ArrayList<>();
    for (Path file : files(MIGRATIONS, ".sql")) {
      for (String name : tables(read(file))) {
        Owned of = owned.get(name);
        if (of != null && !of.module().equals(module(file)) && !of.view()) {
          found.add(file.getFileName() + ": table " + name + " belongs to " + of.module());
        }
      }
    }
    assertThat(found).isEmpty();
  }

  @Test
  void aViewIsNamedAfterItsModule() {
    assertThat(owned().entrySet())
        .filteredOn(entry -> entry.getValue().view())
        .isNotEmpty()
        .allSatisfy(
            entry -> assertThat(entry.getKey()).startsWith(entry.getValue().module() + "_v_"));
  }

  @Test
  void everyMigrationBelongsToAPackage() {
    assertThat(files(MIGRATIONS, ".sql"))
        .allSatisfy(file -> assertThat(SOURCES.resolve(module(file))).isDirectory());
  }

  private static Optional<String> wrong(String module, String name, Owned of) {
    if (of.module().equals(module)) {
      return Optional.empty();
    }
    if (!of.view()) {
      return Optional.of("table " + name + " belongs to " + of.module());
    }
    return FACES.contains(module)
        ? Optional.empty()
        : Optional.of("view " + name + " of " + of.module() + " is for faces; use its API");
  }

  private static Map<String, Owned> owned() {
    Map<String, Owned> owned = new HashMap<>();
    for (Path file : files(MIGRATIONS, ".sql")) {
      Matcher created = CREATED.matcher(read(file).toLowerCase(Locale.ROOT));
      while (created.find()) {
        owned.put(created.group(2), new Owned(module(file), created.group(1).equals("view")));
      }
    }
    return owned;
  }

  private static Set<String> named(String source) {
    Set<String> names = new TreeSet<>();
    Matcher literal = LITERAL.matcher(source);
    while (literal.find()) {
      String text = literal.group(1) == null ? literal.group(2) : literal.group(1);
      if (SQL.matcher(text).find()) {
        names.addAll(tables(text));
      }
    }
    return names;
  }

  private static Set<String> tables(String sql) {
    Set<String> names = new TreeSet<>();
    for (Pattern pattern : List.of(NAMED, LISTED)) {
      Matcher named = pattern.matcher(sql.toLowerCase(Locale.ROOT));
      while (named.find()) {
        names.add(named.group(1));
      }
    }
    return names;
  }

  private static String module(Path file) {
    Matcher migration = FILE_NAME.matcher(file.getFileName().toString());
    return migration.matches()
        ? migration.group(1)
        : SOURCES.relativize(file).getName(0).toString();
  }

  private static List<Path> files(Path folder, String ending) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
