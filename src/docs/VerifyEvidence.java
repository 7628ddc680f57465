import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Verifies an export of evidence with a JDK alone: {@code java VerifyEvidence.java evidence.json}.
 * Written from evidence.md; shares no code with the program.
 */
public final class VerifyEvidence {

  private static final String NOTHING = "0".repeat(64);
  private final List<String> faults = new ArrayList<>();

  public static void main(String[] args) throws IOException {
    if (args.length != 1) {
      System.err.println("Usage: java VerifyEvidence.java evidence.json");
      System.exit(2);
    }
    String text = Files.readString(Path.of(args[0]), StandardCharsets.UTF_8);
    try {
      System.exit(new VerifyEvidence().verify(new Json(text).document()) ? 0 : 1);
    } catch (RuntimeException e) {
      System.out.println("WRONG: the file is not a whole export (" + e + ")");
      System.exit(1);
    }
  }

  private boolean verify(Map<?, ?> export) {
    if (!"socle-evidence-1".equals(export.get("format"))) {
      System.out.println("Not an export of evidence that this program knows");
      return false;
    }
    String previous = NOTHING;
    long position = 0;
    String underRoot = null;
    Map<?, ?> root = (Map<?, ?>) export.get("root");
    for (Object each : (List<?>) export.get("rows")) {
      Map<?, ?> row = (Map<?, ?>) each;
      position++;
      previous = row(row, position, previous, (String) export.get("chain"));
      if (root != null && root.get("position").equals(position)) {
        underRoot = (String) row.get("link");
      }
    }
    if (!export.get("length").equals(position) || !export.get("head").equals(previous)) {
      faults.add("the chain ends at " + position + " with " + previous + ", not at its head");
    }
    if (root != null) {
      root(root, (String) export.get("chain"), underRoot);
    }
    faults.forEach(System.out::println);
    System.out.printf(
        "%s %s: %d rows, head %s%s%n",
        faults.isEmpty() ? "OK" : "WRONG",
        export.get("reference"),
        position,
        previous,
        root == null ? "" : ", evidence root " + root.get("day") + " " + root.get("root"));
    return faults.isEmpty();
  }

  private String row(Map<?, ?> row, long position, String previous, String chain) {
    String content = sha256(bytes((String) row.get("content")));
    String hash =
        sha256(
            fields(
                "socle-evidence-row-1",
                position,
                row.get("id"),
                row.get("case"),
                row.get("at"),
                row.get("actor"),
                row.get("action"),
                row.get("subject"),
                content));
    String link = sha256(bytes(previous + hash));
    String named = "row " + row.get("id") + " at position " + position + ": ";
    if (!content.equals(row.get("contentHash"))) {
      faults.add(named + "content changed");
    } else if (!hash.equals(row.get("rowHash"))) {
      faults.add(named + "row changed or moved");
    } else if (!link.equals(row.get("link"))) {
      faults.add(named + "link changed");
    } else if (!row.get("position").equals(position)) {
      faults.add(named + "not its place");
    } else if (!chain.equals(row.get("case") == null ? "-" : row.get("case"))) {
      faults.add(named + "belongs to another case");
    }
    // The stored link is followed, so that one fault is not told for every row after it.
    return String.valueOf(row.get("link"));
  }

  private void root(Map<?, ?> root, String chain, String underRoot) {
    String named = "evidence root " + root.get("day") + ": ";
    if (!root.get("link").equals(underRoot)) {
      faults.add(named + "position " + root.get("position") + " has another link");
    }
    byte[] hash = digest(new byte[] {0}, fields(chain, root.get("position"), root.get("link")));
    for (Object each : (List<?>) root.get("path")) {
      Map<?, ?> beside = (Map<?, ?>) each;
      byte[] left = beside.containsKey("left") ? hex(beside.get("left")) : hash;
      byte[] right = beside.containsKey("left") ? hash : hex(beside.get("right"));
      hash = digest(new byte[] {1}, left, right);
    }
    if (!HexFormat.of().formatHex(hash).equals(root.get("merkle"))) {
      faults.add(named + "the chain's head is not under it");
    }
    byte[] whole =
        fields(
            "socle-evidence-root-1",
            root.get("day"),
            root.get("chains"),
            root.get("merkle"),
            root.get("previous"));
    if (!sha256(whole).equals(root.get("root"))) {
      faults.add(named + "it is not what its parts give");
    }
  }

  private static byte[] fields(Object... fields) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Object field : fields) {
      if (field == null) {
        all.writeBytes(bytes("~,"));
      } else {
        byte[] text = bytes(field.toString());
        all.writeBytes(bytes(text.length + ":"));
        all.writeBytes(text);
        all.writeBytes(bytes(","));
      }
    }
    return all.toByteArray();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] hex(Object text) {
    return HexFormat.of().parseHex((String) text);
  }

  private static String sha256(byte[] bytes) {
    return HexFormat.of().formatHex(digest(bytes));
  }

  private static byte[] digest(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As much JSON as an export holds: objects, arrays, strings, whole numbers and null. */
  private static final class Json {

    private final String text;
    private int at;

    private Json(String text) {
      this.text = text;
    }

    private Map<?, ?> document() {
      return (Map<?, ?>) value();
    }

    private Object value() {
      char next = peek();
      if (next == '{') {
        return object();
      } else if (next == '[') {
        return array();
      } else if (next == '"') {
        return string();
      } else if (text.startsWith("null", at)) {
        at += 4;
        return null;
      }
      int from = at;
      while ("-0123456789".indexOf(text.charAt(at)) >= 0) {
        at++;
      }
      return Long.valueOf(text.substring(from, at));
    }

    private Map<String, Object> object() {
      Map<String, Object> object = new LinkedHashMap<>();
      take('{');
      while (peek() != '}') {
        String key = string();
        take(':');
        if (object.containsKey(key)) {
          throw new IllegalArgumentException("Twice the field " + key);
        }
        object.put(key, value());
        if (peek() == ',') {
          take(',');
        }
      }
      take('}');
      return object;
    }

    private List<Object> array() {
      List<Object> array = new ArrayList<>();
      take('[');
      while (peek() != ']') {
        array.add(value());
        if (peek() == ',') {
          take(',');
        }
      }
      take(']');
      return array;
    }

    private String string() {
      take('"');
      StringBuilder string = new StringBuilder();
      for (char sign = text.charAt(at++); sign != '"'; sign = text.charAt(at++)) {
        string.append(sign == '\\' ? escaped(text.charAt(at++)) : sign);
      }
      return string.toString();
    }

    private char escaped(char sign) {
      switch (sign) {
        case 'n':
          return '\n';
        case 't':
          return '\t';
        case 'r':
          return '\r';
        case 'b':
          return '\b';
        case 'f':
          return '\f';
        case 'u':
          at += 4;
          return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        default:
          return sign;
      }
    }

    private char peek() {
      while (Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return text.charAt(at);
    }

    private void take(char expected) {
      if (peek() != expected) {
        throw new IllegalArgumentException("Not " + expected + " at " + at);
      }
      at++;
    }
  }
}
