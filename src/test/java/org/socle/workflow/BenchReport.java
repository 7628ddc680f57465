package org.socle.workflow;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a benchmark found, as one line of JSON. */
final class BenchReport {

  private final String bench;
  private final String size;
  private final List<Map<String, Object>> marks = new ArrayList<>();
  private final List<String> invalid = new ArrayList<>();
  private final Map<String, Object> figures = new LinkedHashMap<>();

  BenchReport(String bench, String size) {
    this.bench = bench;
    this.size = size;
  }

  void atLeast(String name, double goal, double value) {
    mark(name, ">= " + goal, value, value >= goal);
  }

  void atMost(String name, double goal, double value) {
    mark(name, "<= " + goal, value, value <= goal);
  }

  private void mark(String name, String goal, double value, boolean met) {
    Map<String, Object> mark = new LinkedHashMap<>();
    mark.put("name", name);
    mark.put("goal", goal);
    mark.put("value", round(value));
    mark.put("met", met);
    marks.add(mark);
  }

  /** Without this nothing that was measured means anything. */
  void require(boolean kept, String what) {
    if (!kept) {
      invalid.add(what);
    }
  }

  void figure(String name, double value) {
    figures.put(name, round(value));
  }

  /** Prints the line and keeps it. */
  void print() throws IOException {
    String line = line();
    System.out.println(line);
    Path folder = Files.createDirectories(Path.of("target", "bench"));
    Files.writeString(folder.resolve(bench + "-" + size + ".json"), line + "\n");
  }

  private String line() throws JsonProcessingException {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("bench", bench);
    all.put("size", size);
    all.put("valid", invalid.isEmpty());
    all.put("invalidBecause", invalid);
    all.put("marks", marks);
    all.put("figures", figures);
    return new ObjectMapper().writeValueAsString(all);
  }

  private static double round(double value) {
    return Math.round(value * 1000) / 1000.0;
  }
}
