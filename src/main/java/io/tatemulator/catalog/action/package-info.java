/** One class for each action that describes the service itself. */
@NullMarked
package io.tatemulator.catalog.action;

import org.jspecify.annotations.NullMarked;
