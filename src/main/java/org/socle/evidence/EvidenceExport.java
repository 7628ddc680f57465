package org.socle.evidence;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.socle.evidence.EvidenceTrail.Beside;
import org.socle.evidence.EvidenceTrail.Entry;
import org.socle.evidence.EvidenceTrail.Head;
import org.socle.evidence.EvidenceTrail.Proof;
import org.springframework.stereotype.Component;

/**
 * Writes the sealed rows of a case page by page: as JSON, from which alone another program can
 * verify the chain, and as CSV for a spreadsheet.
 */
@Component
public class EvidenceExport {

  private static final int PAGE = 500;
  private static final String COLUMNS =
      "position,id,case,at,actor,action,subject,content,contentHash,rowHash,link,sealedAt";

  private final EvidenceTrail trail;

  EvidenceExport(EvidenceTrail trail) {
    this.trail = trail;
  }

  @FunctionalInterface
  private interface Take {
    void entry(Entry entry) throws IOException;
  }

  /** Writes the document of {@code src/docs/evidence.md}; does not close the stream. */
  public void json(String caseId, String reference, OutputStream out) throws IOException {
    Head head = trail.head(caseId);
    try (JsonGenerator json = new JsonFactory().createGenerator(out, JsonEncoding.UTF8)) {
      json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
      json.writeStartObject();
      json.writeStringField("format", "socle-evidence-1");
      json.writeStringField("chain", caseId);
      json.writeStringField("reference", reference);
      json.writeNumberField("length", head.position());
      json.writeStringField("head", head.link());
      json.writeFieldName("rows");
      json.writeStartArray();
      rows(head, entry -> row(json, entry));
      json.writeRaw('\n');
      json.writeEndArray();
      json.writeFieldName("root");
      proof(json, trail.proof(caseId).orElse(null));
      json.writeEndObject();
      json.writeRaw('\n');
    }
  }

  private void rows(Head head, Take take) throws IOException {
    List<Entry> page = trail.sealed(head.chain(), 0, head.position(), PAGE);
    while (!page.isEmpty()) {
      for (Entry entry : page) {
        take.entry(entry);
      }
      Long last = page.get(page.size() - 1).position();
      page = trail.sealed(head.chain(), last == null ? 0 : last, head.position(), PAGE);
    }
  }

  private static void row(JsonGenerator json, Entry entry) throws IOException {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeNumberField("position", entry.position() == null ? 0 : entry.position());
    json.writeNumberField("id", entry.id());
    json.writeStringField("case", entry.caseId());
    json.writeStringField("at", Bytes.moment(entry.at()));
    json.writeStringField("actor", entry.actor());
    json.writeStringField("action", entry.action());
    json.writeStringField("subject", entry.subject());
    json.writeStringField("content", entry.content());
    json.writeStringField("contentHash", entry.contentHash());
    json.writeStringField("rowHash", entry.rowHash());
    json.writeStringField("link", entry.link());
    json.writeStringField(
        "sealedAt", entry.sealedAt() == null ? null : Bytes.moment(entry.sealedAt()));
    json.writeEndObject();
  }

  private static void proof(JsonGenerator json, @Nullable Proof proof) throws IOException {
    if (proof == null) {
      json.writeNull();
      return;
    }
    json.writeStartObject();
    json.writeStringField("day", proof.root().day().toString());
    json.writeNumberField("chains", proof.root().chains());
    json.writeStringField("merkle", proof.root().merkle());
    json.writeStringField("previous", proof.root().previous());
    json.writeStringField("root", proof.root().root());
    json.writeNumberField("position", proof.head().position());
    json.writeStringField("link", proof.head().link());
    json.writeArrayFieldStart("path");
    for (Beside beside : proof.path()) {
      json.writeStartObject();
      json.writeStringField(beside.side(), beside.hash());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** Writes a table with a header. */
  public void csv(String caseId, OutputStream out) throws IOException {
    Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
    writer.write(COLUMNS + "\r\n");
    rows(trail.head(caseId), entry -> writer.write(line(entry)));
    writer.flush();
  }

  private static String line(Entry entry) {
    return Stream.of(
                String.valueOf(entry.position()),
                String.valueOf(entry.id()),
                text(entry.caseId()),
                Bytes.moment(entry.at()),
                entry.actor(),
                entry.action(),
                text(entry.subject()),
                entry.content(),
                entry.contentHash(),
                text(entry.rowHash()),
                text(entry.link()),
                entry.sealedAt() == null ? "" : Bytes.moment(entry.sealedAt()))
            .map(CsvCell::of)
            .collect(Collectors.joining(","))
        + "\r\n";
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
