/** One class for each action on instances. */
@NullMarked
package io.tatemulator.instance.action;

import org.jspecify.annotations.NullMarked;
