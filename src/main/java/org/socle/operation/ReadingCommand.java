package org.socle.operation;

/**
 * A command that only reads: it also runs beside a running program, without engine, migrations and
 * background work. Its class imports what it needs.
 */
public interface ReadingCommand extends Command {}
