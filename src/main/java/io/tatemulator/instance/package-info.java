/** Instances and the agents on them. */
@NullMarked
package io.tatemulator.instance;

import org.jspecify.annotations.NullMarked;
