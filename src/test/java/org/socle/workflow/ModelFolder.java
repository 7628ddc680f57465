package org.socle.workflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * What the business draws, as read from a folder; reading a model checks it against its schema.
 *
 * @param files every file below the folder
 * @param models by file
 * @param decisions by file
 * @param forms by file
 * @param texts bundle {@code form} by language: en, fr, es
 */
record ModelFolder(
    List<Path> files,
    Map<Path, BpmnModelInstance> models,
    Map<Path, DmnModelInstance> decisions,
    Map<Path, JsonNode> forms,
    Map<String, Properties> texts) {

  static ModelFolder read(Path processes, Path messages) {
    ObjectMapper json = new ObjectMapper();
    List<Path> files = list(processes);
    return new ModelFolder(
        files,
        parse(files, ".bpmn", Bpmn::readModelFromStream),
        parse(files, ".dmn", Dmn::readModelFromStream),
        parse(files, ".form", in -> tree(json, in)),
        Map.of(
            "en",
            bundle(messages, ""),
            "fr",
            bundle(messages, "_fr"),
            "es",
            bundle(messages, "_es")));
  }

  /** Every element of a type in every model. */
  <T extends ModelElementInstance> List<T> all(Class<T> type) {
    return models.values().stream()
        .map(m -> m.getModelElementsByType(type))
        .flatMap(Collection::stream)
        .toList();
  }

  /** Name of a file without its ending. */
  static String base(Path file) {
    return file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
  }

  /**
   * A label as the second half of an element's id: "Await agency answers" becomes
   * awaitAgencyAnswers.
   */
  static String camel(String label) {
    String pascal =
        Arrays.stream(label.replaceAll("['’]", "").split("[^A-Za-z0-9]+"))
            .filter(word -> !word.isEmpty())
            .map(ModelFolder::capital)
            .collect(Collectors.joining());
    return pascal.substring(0, 1).toLowerCase(Locale.ROOT) + pascal.substring(1);
  }

  /** First letter in upper case; a word all in capitals becomes an ordinary one. */
  static String capital(String word) {
    boolean shout = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
    return word.substring(0, 1).toUpperCase(Locale.ROOT)
        + (shout ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1));
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> Map<Path, T> parse(
      List<Path> files, String ending, Function<InputStream, T> reader) {
    Map<Path, T> parsed = new TreeMap<>();
    files.stream()
        .filter(file -> file.toString().endsWith(ending))
        .forEach(file -> parsed.put(file, one(file, reader)));
    return parsed;
  }

  private static <T> T one(Path file, Function<InputStream, T> reader) {
    try (InputStream in = Files.newInputStream(file)) {
      return reader.apply(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonNode tree(ObjectMapper json, InputStream in) {
    try {
      return json.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Properties bundle(Path folder, String language) {
    Properties texts = new Properties();
    Path file = folder.resolve("form" + language + ".properties");
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      texts.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
