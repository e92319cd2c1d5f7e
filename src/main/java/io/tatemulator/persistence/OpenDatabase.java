package io.tatemulator.persistence;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The database of this process, once it is open and has its tables.
 *
 * @param name where it is, for people
 * @param folder the folder of the files that belong to its rows, which may not exist yet; null when
 *     its rows end with the process
 * @param isNew whether this process has created its tables, so that they have no rows
 */
public record OpenDatabase(String name, @Nullable Path folder, boolean isNew) {}
