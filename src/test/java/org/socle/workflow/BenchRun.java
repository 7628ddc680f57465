package org.socle.workflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

/** Answers that are sent as fast as some connections can carry them, each timed. */
final class BenchRun {

  static final int CONNECTIONS = 4;

  /** One answer; returns how often a person would have seen an error before it was taken. */
  @FunctionalInterface
  interface Answer<T> {
    int send(T of) throws Exception;
  }

  /**
   * What was measured.
   *
   * @param millis from the first answer until all were taken
   * @param errors answers that a person would have had to send again
   */
  record Result(int answers, double millis, double p50, double p99, long errors) {

    double perSecond() {
      return answers * 1000.0 / millis;
    }
  }

  private BenchRun() {}

  static <T> Result of(List<T> all, Answer<T> answer) throws Exception {
    Queue<T> waiting = new ConcurrentLinkedQueue<>(all);
    Queue<Long> nanos = new ConcurrentLinkedQueue<>();
    LongAdder errors = new LongAdder();
    ExecutorService people = Executors.newFixedThreadPool(CONNECTIONS);
    long start = System.nanoTime();
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int person = 0; person < CONNECTIONS; person++) {
        running.add(
            people.submit(
                () -> {
                  for (T one = waiting.poll(); one != null; one = waiting.poll()) {
                    long begun = System.nanoTime();
                    errors.add(answer.send(one));
                    nanos.add(System.nanoTime() - begun);
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      people.shutdown();
    }
    double millis = (System.nanoTime() - start) / 1e6;
    double[] sorted = nanos.stream().mapToDouble(one -> one / 1e6).sorted().toArray();
    return new Result(all.size(), millis, rank(sorted, 0.5), rank(sorted, 0.99), errors.sum());
  }

  private static double rank(double[] sorted, double part) {
    return sorted[(int) Math.ceil(part * sorted.length) - 1];
  }

  static double median(List<Double> values) {
    return quartile(values, 0.5);
  }

  /** Distance of the quartiles, as a part of the median. */
  static double spread(List<Double> values) {
    return (quartile(values, 0.75) - quartile(values, 0.25)) / median(values);
  }

  private static double quartile(List<Double> values, double part) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    double at = part * (sorted.length - 1);
    int low = (int) Math.floor(at);
    int high = Math.min(sorted.length - 1, low + 1);
    return Arrays.stream(sorted, low, low + 1).sum() * (1 - (at - low)) + sorted[high] * (at - low);
  }
}
