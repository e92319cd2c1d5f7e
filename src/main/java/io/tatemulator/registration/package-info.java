/** Managed instances: register codes and the machines that registered with them. */
@NullMarked
package io.tatemulator.registration;

import org.jspecify.annotations.NullMarked;
