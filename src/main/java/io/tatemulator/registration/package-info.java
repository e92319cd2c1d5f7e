/** Managed instances: the codes that let a machine register itself, and the machines that did. */
@NullMarked
package io.tatemulator.registration;

import org.jspecify.annotations.NullMarked;
