package org.socle.operation;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of a running program.
 *
 * @param dataDir folder of the embedded server
 * @param exclusive whether the program needs the database for itself
 */
@ConfigurationProperties("socle.operation")
record OperationProperties(
    @DefaultValue("./data") Path dataDir, @DefaultValue("false") boolean exclusive) {}
