/** The actions of the service tag. */
@NullMarked
package io.tatemulator.tag.action;

import org.jspecify.annotations.NullMarked;
