package org.socle.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.socle.SocleApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class CommandLineTests {

  @Test
  void tellsCommandsFromSettings() {
    assertThat(CommandLine.calls(new String[] {})).isFalse();
    assertThat(CommandLine.calls(new String[] {"--server.port=8081"})).isFalse();
    assertThat(CommandLine.calls(new String[] {"replay", "file.yaml"})).isTrue();
    assertThat(CommandLine.calls(new String[] {"--help"})).isTrue();
  }

  @Test
  void namesTheCommandsWhenOneIsUnknownAndStartsNothing(CapturedOutput output) {
    assertThat(CommandLine.run(SocleApplication.class, new String[] {"reply"})).isEqualTo(2);
    assertThat(output.getErr()).contains("There is no command reply. Commands: ");
    assertThat(output.getOut()).isEmpty();
  }
}
