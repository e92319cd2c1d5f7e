/** One class for each action on register codes and managed instances. */
@NullMarked
package io.tatemulator.registration.action;

import org.jspecify.annotations.NullMarked;
