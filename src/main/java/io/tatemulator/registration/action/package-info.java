/** The actions on register codes and managed instances, one class for each. */
@NullMarked
package io.tatemulator.registration.action;

import org.jspecify.annotations.NullMarked;
