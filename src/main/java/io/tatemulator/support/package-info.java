/** Small shared types and utilities; depends on no other package of the project. */
@NullMarked
package io.tatemulator.support;

import org.jspecify.annotations.NullMarked;
