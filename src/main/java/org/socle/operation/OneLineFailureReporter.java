package org.socle.operation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Writes why the program did not start, and what to do, in one line. */
class OneLineFailureReporter implements FailureAnalysisReporter {

  private static final Logger LOG = LoggerFactory.getLogger(OneLineFailureReporter.class);

  @Override
  public void report(FailureAnalysis analysis) {
    String action = analysis.getAction() == null ? "" : analysis.getAction();
    String line = (analysis.getDescription() + " " + action).replaceAll("\\s+", " ").strip();
    LOG.error("Socle did not start: {}", line);
    LOG.debug("Cause", analysis.getCause());
  }
}
