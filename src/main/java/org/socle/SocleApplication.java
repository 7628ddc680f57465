package org.socle;

import org.socle.operation.CommandLine;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Socle: without arguments the web application, with a command the command alone. */
@SpringBootApplication
public class SocleApplication {

  public static void main(String[] args) {
    if (CommandLine.calls(args)) {
      System.exit(CommandLine.run(SocleApplication.class, args));
    }
    SpringApplication.run(SocleApplication.class, args);
  }
}
