package org.socle.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** Checks an answer against what the document promises; members that it does not name are wrong. */
final class OpenApiSchemas {

  private static final ObjectMapper JSON = new ObjectMapper();

  private OpenApiSchemas() {}

  static Set<ValidationMessage> wrong(
      JsonNode document, String path, String method, int status, String body) throws Exception {
    JsonNode response =
        document.path("paths").path(path).path(method).path("responses").path("" + status);
    if (response.isMissingNode()) {
      throw new AssertionError(method + " " + path + " does not promise a " + status);
    }
    ObjectNode schema = JSON.createObjectNode();
    schema.setAll((ObjectNode) response.path("content").elements().next().path("schema"));
    ObjectNode components = document.path("components").deepCopy();
    components
        .path("schemas")
        .forEach(each -> ((ObjectNode) each).put("additionalProperties", false));
    schema.set("components", components);
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(schema)
        .validate(JSON.readTree(body));
  }
}
