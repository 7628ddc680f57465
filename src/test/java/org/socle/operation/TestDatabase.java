package org.socle.operation;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A PostgreSQL server per JVM, started when first needed, and a fresh, empty database per call. */
public final class TestDatabase {

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private TestDatabase() {}

  /** A new empty database, not pooled. */
  public static DataSource create() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(createUrl());
    return source;
  }

  /** The JDBC address of a new empty database, user included. */
  public static String createUrl() {
    String name = "t" + COUNTER.incrementAndGet();
    try (Connection connection = Server.INSTANCE.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + name);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return Server.INSTANCE.getJdbcUrl("postgres", name);
  }

  /**
   * For {@code @DynamicPropertySource}: gives the test's context a new empty database of its own.
   */
  public static void register(DynamicPropertyRegistry registry) {
    String url = createUrl();
    registry.add("spring.datasource.url", () -> url);
  }

  /**
   * For {@code @DynamicPropertySource} of a test of the demo, which loads on the program's own
   * server alone: gives the test's context one in a folder of its own.
   */
  public static void registerEmbedded(DynamicPropertyRegistry registry) {
    Path folder = Path.of("target", "embedded", UUID.randomUUID().toString()).toAbsolutePath();
    registry.add("socle.operation.data-dir", folder::toString);
  }

  /** Started once, stopped by the library's own hook at the end of the JVM. */
  private static final class Server {

    private static final EmbeddedPostgres INSTANCE = start();

    private static EmbeddedPostgres start() {
      try {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
        if (Boolean.getBoolean("socle.test.durable")) {
          // The library trades durability for speed; what is measured must not.
          builder
              .setServerConfig("fsync", "on")
              .setServerConfig("synchronous_commit", "on")
              .setServerConfig("full_page_writes", "on");
        }
        return builder.start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
