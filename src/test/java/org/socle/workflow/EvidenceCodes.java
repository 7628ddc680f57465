package org.socle.workflow;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/** Reads the record of a case as its page shows it, and finds codes that nobody gave a word. */
public final class EvidenceCodes {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]+|[a-z]+(-[a-z]+)*");
  private static final Pattern ROW =
      Pattern.compile("<tr id=\"row-(\\d+)\">(.*?)</tr>", Pattern.DOTALL);
  private static final Pattern FACT = Pattern.compile("<li>(.*?)</li>", Pattern.DOTALL);
  private static final Pattern OLDER = Pattern.compile("evidence\\?before=(\\d+)");

  /** What these hold are names: of institutions, agencies and countries, and what people typed. */
  private static final Set<String> NAMES =
      Set.of(
          "acronym",
          "agencies",
          "agency",
          "body",
          "bodies",
          "code",
          "codes",
          "country",
          "first",
          "institution",
          "number",
          "reason",
          "reference",
          "sources",
          "support");

  private final ObjectMapper json = new ObjectMapper();
  private final Properties words = new Properties();
  private final Set<String> missing = new TreeSet<>();
  private final MockMvc web;
  private final JdbcClient jdbc;
  private int rows;

  /** Reads through the web what stands in the tables. */
  public EvidenceCodes(MockMvc web, JdbcClient jdbc) throws IOException {
    this.web = web;
    this.jdbc = jdbc;
    try (var in =
        Files.newBufferedReader(Path.of("src/main/resources/messages/evidence.properties"))) {
      words.load(in);
    }
  }

  /** How many rows were read. */
  public int rows() {
    return rows;
  }

  /** Names of facts and codes of a case for which the page has no words in a language. */
  public Set<String> missing(MockHttpSession reader, String caseId, String language)
      throws Exception {
    missing.clear();
    rows = 0;
    String address = "/cases/" + caseId + "/evidence?lang=" + language;
    for (Matcher older = look(reader, address); older.find(); older = look(reader, address)) {
      address = "/cases/" + caseId + "/evidence?lang=" + language + "&before=" + older.group(1);
    }
    return missing;
  }

  private Matcher look(MockHttpSession reader, String address) throws Exception {
    String page =
        web.perform(get(address).session(reader))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    for (MatchResult row : ROW.matcher(page).results().toList()) {
      rows++;
      row(Long.parseLong(row.group(1)), row.group(2));
    }
    return OLDER.matcher(page);
  }

  private void row(long id, String shown) throws IOException {
    Iterator<Map.Entry<String, JsonNode>> fields = json.readTree(content(id)).fields();
    List<MatchResult> facts = FACT.matcher(shown).results().toList();
    for (MatchResult fact : facts) {
      Map.Entry<String, JsonNode> field = fields.next();
      String text = HtmlUtils.htmlUnescape(fact.group(1));
      name(field.getKey());
      Set<String> said = new HashSet<>(Arrays.asList(text.split("\\s?[,;:]\\s")));
      codes(field.getKey(), field.getValue(), said);
    }
  }

  private void name(String key) {
    if (!words.containsKey("evidence.field." + key)) {
      missing.add("evidence.field." + key);
    }
  }

  private void codes(String key, JsonNode value, Set<String> said) {
    if (value.isArray()) {
      value.forEach(one -> codes(key, one, said));
    } else if (value.isObject()) {
      value
          .fields()
          .forEachRemaining(
              one -> {
                name(one.getKey());
                codes(one.getKey(), one.getValue(), said);
              });
    } else if (value.isTextual()
        && !NAMES.contains(key)
        && CODE.matcher(value.asText()).matches()
        && said.contains(value.asText())) {
      missing.add(key + "=" + value.asText());
    }
  }

  private String content(long row) {
    return jdbc.sql("select content from evidence where id = ?")
        .param(row)
        .query(String.class)
        .single();
  }
}
