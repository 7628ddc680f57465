package org.socle.operation;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Runs one command in a program without web, demo and job executor. */
public final class CommandLine {

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;
  private static final String[] SETTINGS = {
    "--socle.demo=false",
    "--socle.operation.exclusive=true",
    "--camunda.bpm.job-execution.enabled=false",
    "--logging.level.root=warn"
  };
  private static final String[] READING_SETTINGS = {"--logging.level.root=warn"};

  private CommandLine() {}

  /** Whether the arguments call a command; settings such as {@code --server.port=8081} do not. */
  public static boolean calls(String[] args) {
    return args.length > 0 && (!args[0].startsWith("--") || args[0].equals("--help"));
  }

  /**
   * Runs the command that the first argument names.
   *
   * @param application class whose package holds the program
   * @return exit code
   */
  public static int run(Class<?> application, String[] args) {
    Map<String, Class<?>> known = commands(application);
    Class<?> called = known.get(args[0]);
    if (called == null) {
      String word =
          args[0].equals("--help") || args[0].equals("help")
              ? ""
              : "There is no command " + args[0] + ". ";
      System.err.println(
          word
              + "Commands: "
              + String.join(", ", known.keySet())
              + ". Without a command the web opens.");
      return WRONG_USAGE;
    }
    // Whoever reads the result on the standard output must not find log lines in it.
    PrintStream result = System.out;
    System.setOut(System.err);
    try (ConfigurableApplicationContext context = start(application, called)) {
      System.setOut(result);
      return command(context, args[0]).run(List.of(args).subList(1, args.length));
    } catch (ReportedException e) {
      return FAILED;
    } catch (RuntimeException e) {
      LoggerFactory.getLogger(CommandLine.class).error("The command {} failed", args[0], e);
      return FAILED;
    } finally {
      System.setOut(result);
    }
  }

  private static ConfigurableApplicationContext start(Class<?> application, Class<?> called) {
    boolean reading = ReadingCommand.class.isAssignableFrom(called);
    Class<?>[] sources =
        reading ? new Class<?>[] {ReadingProgram.class, called} : new Class<?>[] {application};
    try {
      return new SpringApplicationBuilder(sources)
          .web(WebApplicationType.NONE)
          .bannerMode(Banner.Mode.OFF)
          .logStartupInfo(false)
          .run(reading ? READING_SETTINGS : SETTINGS);
    } catch (RuntimeException e) {
      throw new ReportedException(e);
    }
  }

  private static Command command(ConfigurableApplicationContext context, String name) {
    return context.getBeansOfType(Command.class).values().stream()
        .filter(command -> command.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No bean is the command " + name));
  }

  private static Map<String, Class<?>> commands(Class<?> application) {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(Command.class));
    Map<String, Class<?>> commands = new TreeMap<>();
    for (BeanDefinition found :
        scanner.findCandidateComponents(ClassUtils.getPackageName(application))) {
      Class<?> type =
          ClassUtils.resolveClassName(
              String.valueOf(found.getBeanClassName()), application.getClassLoader());
      String simple = ClassUtils.getShortName(type).replaceAll("Command$", "");
      commands.put(simple.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT), type);
    }
    return commands;
  }

  /** A start that failed and was already reported in one line by Spring Boot. */
  private static final class ReportedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ReportedException(RuntimeException cause) {
      super(cause);
    }
  }
}
